import type { PotShown } from "#core/pots/pots.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { listOutput } from "../../output.ts";

export const command = defineCommand({
  summary: "Show the club's pots: what each holds, and when it last paid.",
  parameters: {},
  examples: ["sabc pot show", "sabc pot show --json"],
  list: true,
  byDefault: true,
  input: () => ({}),
  async run(context) {
    const { showPots } = await import("#core/pots/pots.service.ts");
    return context.read((work) => showPots(work));
  },
  output: (pots) => listOutput("pots", { columns, rows: pots }),
});

const columns = columnsOf<PotShown>({
  name: { header: "Pot" },
  balance: { kind: "money", header: "Holds" },
  last: { header: "Last moved by", value: ({ last }) => last?.name ?? null },
  lastDay: { kind: "word", header: "On", spare: true, value: ({ last }) => last?.firstDay ?? null },
  lastPaid: { kind: "money", header: "Last paid", value: ({ lastPaid }) => lastPaid?.cents ?? null },
  paidAt: { header: "At", value: ({ lastPaid }) => lastPaid?.tournament?.name ?? null },
  paidOn: {
    kind: "word",
    header: "On",
    spare: true,
    value: ({ lastPaid }) => lastPaid?.tournament?.firstDay ?? null,
  },
});
