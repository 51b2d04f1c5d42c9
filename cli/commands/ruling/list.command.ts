import type { RulingShown } from "#core/results/results.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { tournament } from "../../familiar.ts";
import { listOutput } from "../../output.ts";

export const command = defineCommand({
  summary: "List the rulings of a tournament: what was decided, by whom and why.",
  parameters: { tournament },
  examples: ["sabc ruling list last", "sabc ruling list 2025-03 --json"],
  list: true,
  input: (given) => ({ tournament: given.tournament }),
  async run(context, input) {
    const { listRulings } = await import("#core/results/rulings.service.ts");
    return context.read((work) => listRulings(work, input));
  },
  output: (rulings) => listOutput("rulings", { columns, rows: rulings }),
});

const columns = columnsOf<RulingShown>({
  id: { kind: "count", spare: true },
  on: "word",
  kind: { kind: "word", spare: true },
  words: { header: "Ruling" },
  decidedBy: { header: "Decided by" },
  reason: "text",
});
