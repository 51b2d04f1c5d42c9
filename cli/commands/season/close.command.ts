import { defineCommand } from "../../command.ts";
import { readYear } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Close a season: nothing in it changes any more.",
  parameters: { year: { argument: "the season" } },
  examples: ["sabc season close 2025", "sabc season close 2025 --yes"],
  input: ({ year }) => ({ year: readYear(year)! }),
  async run(context, input) {
    const { closeSeason } = await import("#core/seasons/seasons.service.ts");
    await context.prompts.confirm(`Close ${input.year}? Its rules and results cannot be changed any more.`);
    return context.write((work) => closeSeason(work, input));
  },
  output: ({ year, closed }) => ({
    json: { season: { year, closed } },
    notes: [`Season ${year} is closed.`],
  }),
});
