import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";

export const command = defineCommand({
  summary: "Export a tournament's results as the CSV file that import reads, or an empty one to fill in.",
  parameters: {
    tournament: {
      argument: "a tournament: id, day, 2026-03, next or last; not needed with --template",
      optional: true,
    },
    template: { flag: "only the names of the columns" },
    season: { flag: "with --template: the columns of a whole season's file" },
  },
  examples: ["sabc results export last > results.csv", "sabc results export --template > results.csv"],
  input({ tournament, template, season }): Input {
    if (template) return { kind: season ? "season" : "tournament" };
    if (tournament === undefined) {
      throw new UsageError("missing", "Missing: TOURNAMENT (id, day, 2026-03, next or last), or --template.");
    }
    return { tournament };
  },
  async run(context, input) {
    const { exportResults, resultsTemplate } = await import("#core/results/export-results.service.ts");
    if ("kind" in input) return resultsTemplate(input);
    return context.read((work) => exportResults(work, input));
  },
  output: (csv) => ({ json: { csv }, file: csv }),
});

type Input = { kind: "season" | "tournament" } | { tournament: string };
