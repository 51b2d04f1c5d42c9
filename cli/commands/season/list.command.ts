import type { SeasonSummary } from "#core/tournaments/seasons-overview.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { listOutput } from "../../output.ts";

export const command = defineCommand({
  summary: "List the seasons, the newest first.",
  parameters: {},
  examples: ["sabc season list", "sabc season list --csv"],
  list: true,
  input: () => ({}),
  async run(context) {
    const { listSeasons } = await import("#core/tournaments/seasons-overview.service.ts");
    return context.read((work) => listSeasons(work));
  },
  output: (seasons) => listOutput("seasons", { columns, rows: seasons }),
});

const columns = columnsOf<SeasonSummary>({
  year: "word",
  rulesName: { header: "Rules" },
  ranked: "word",
  tournaments: "count",
  official: "count",
  cancelled: { kind: "count", spare: true, unless: ({ cancelled }) => cancelled === 0 },
  closed: "yes-no",
  current: "yes-no",
});
