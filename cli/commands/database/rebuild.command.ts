import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";

export const command = defineCommand({
  summary: "Make all written-down results again from the facts and the rules.",
  description:
    "They are a copy, so nothing changes; if something does, the copy was wrong, and is right now.",
  parameters: {},
  examples: ["sabc database rebuild", "sabc database rebuild --dry-run --json"],
  rehearsable: true,
  input: () => ({}),
  async run(context) {
    const { rebuildFigures } = await import("#core/standings/keep-figures.service.ts");
    return context.write((work) => rebuildFigures(work));
  },
  output: ({ tournaments, results, differed }) => ({
    json: { tournaments, results, differed },
    notes: [
      `${counted(results, "result")} of ${counted(tournaments, "tournament")} made again; ${differed === 0 ? "all were right" : `${differed} were wrong`}.`,
    ],
  }),
});
