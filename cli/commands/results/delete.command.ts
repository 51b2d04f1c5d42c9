import { boatNumberOf, boatOrAngler } from "../../boat-or-angler.ts";
import { defineCommand } from "../../command.ts";
import { reason, tournament } from "../../familiar.ts";
import { figuresJson, figuresSections, withAgreement } from "../../figures.ts";

export const command = defineCommand({
  summary: "Delete a boat or a buy-in of a tournament, with all it weighed.",
  description:
    "An official tournament needs --reason, and every figure that moves is shown before it is asked about. A boat that has paid stays: take the payments back first.",
  parameters: { tournament, boat: boatOrAngler, reason },
  examples: [
    "sabc results delete next 7",
    'sabc results delete 2026-01 "Ann Lee" --reason "entered twice" --dry-run',
  ],
  rehearsable: true,
  async input({ tournament: reference, boat, reason: why }) {
    const { deleteBoatSchema } = await import("#core/results/enter-boat.schemas.ts");
    const number = boatNumberOf(boat);
    const which = number === undefined ? { angler: boat } : { boat: number };
    return {
      ...deleteBoatSchema.parse({ tournament: reference, reason: why, ...which }),
      tournament: reference,
    };
  },
  async run(context, deletion) {
    const { deleteBoatOfYear } = await import("#core/standings/correct-year.service.ts");
    const { getTournament } = await import("#core/tournaments/tournaments.service.ts");
    const { state } = await context.read((work) => getTournament(work, { reference: deletion.tournament }));
    // Of an official one the figures are asked about; else the boat alone.
    if (state !== "official" && !context.globals.dryRun) {
      await context.prompts.confirm(
        `Delete ${"boat" in deletion && deletion.boat ? `boat ${deletion.boat}` : `the boat of ${deletion.angler}`}?`,
      );
    }
    return withAgreement(context, {
      tournament: deletion.tournament,
      verb: (work, agreed) => deleteBoatOfYear(work, { deletion, agreed }),
    });
  },
  output: ({ tournament: left, words, figures }) => ({
    json: { tournament: left, deleted: words, changes: figuresJson(figures) },
    sections: figuresSections(figures),
    notes: [`Deleted. ${words}`],
  }),
});
