import type { ResultsShown } from "#core/results/results.service.ts";
import { defineCommand } from "../../command.ts";
import { counted, names } from "../../exact.ts";
import { tournament } from "../../familiar.ts";
import type { Output } from "../../output.ts";
import { resultsJson } from "../../results-json.ts";
import { resultsSections } from "../../results-tables.ts";

export const command = defineCommand({
  summary: "Show the results of a tournament: anglers, boats, big bass and money.",
  parameters: { tournament },
  examples: ["sabc results show last", "sabc results show 2025-03 --json"],
  list: true,
  input: ({ tournament: reference }) => ({ tournament: reference }),
  async run(context, input) {
    const { getResults } = await import("#core/results/results.service.ts");
    return context.read((work) => getResults(work, input));
  },
  output: (shown): Output => ({
    json: resultsJson(shown),
    sections: resultsSections(shown),
    notes: notes(shown),
  }),
});

function notes({
  anglers,
  boats,
  bigBass,
  limits,
  zeros,
  rulingsNeeded,
  notWeighed,
  tournament: { id, state },
}: ResultsShown): string[] {
  if (anglers.length === 0 && boats.length === 0) {
    return ["Nothing has been weighed yet.", `When the scales open: sabc results enter ${id}`];
  }
  const bass = bigBass.map(({ crew, caughtBy }) => caughtBy?.name ?? names(crew)).join(", ");
  return [
    `${counted(limits, "limit")}, ${counted(zeros, "zero")}${bass ? `; big bass: ${bass}` : ""}.`,
    ...rulingsNeeded.map(({ words }) => `Waiting for a ruling: ${words}.`),
    ...notWeighed.map((crew) => `Not weighed yet: ${names(crew)}.`),
    ...(state === "weighing" ? [`When all have weighed: sabc tournament provisional ${id}`] : []),
    ...(state === "provisional" ? [`When protests are settled: sabc tournament official ${id}`] : []),
  ];
}
