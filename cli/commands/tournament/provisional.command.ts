import { defineCommand } from "../../command.ts";
import { tournament } from "../../familiar.ts";
import { names } from "../../exact.ts";
import { tournamentJson } from "../../results-json.ts";

export const command = defineCommand({
  summary: "Make the results of a tournament provisional: weighing is over, protests may come in.",
  parameters: {
    tournament,
    protestsUntil: {
      option: "INSTANT",
      about: "until when, such as 2026-03-29T18:00:00-05:00",
      optional: true,
    },
  },
  examples: [
    "sabc tournament provisional last",
    "sabc tournament provisional 2026-03 --protests-until 2026-03-29T18:00:00-05:00",
  ],
  async input({ tournament: reference, protestsUntil }) {
    const { makeProvisionalSchema } = await import("#core/results/official.schemas.ts");
    return makeProvisionalSchema.parse({ tournament: reference, protestDeadline: protestsUntil });
  },
  async run(context, input) {
    const { makeProvisional } = await import("#core/results/official.service.ts");
    return context.write((work) => makeProvisional(work, input));
  },
  output: ({ tournament: shown, rulingsNeeded, notWeighed }) => ({
    json: { tournament: tournamentJson(shown), rulingsNeeded: rulingsNeeded.map(({ words }) => words) },
    notes: [
      `The results of ${shown.name} are provisional.`,
      ...rulingsNeeded.map(({ words }) => `Waiting for a ruling: ${words}.`),
      ...notWeighed.map((crew) => `Not weighed yet: ${names(crew)}.`),
      `Next: sabc tournament official ${shown.id}`,
    ],
  }),
});
