import { reasonToldAlong, restoredNotes } from "../../calendar-words.ts";
import { defineCommand } from "../../command.ts";
import { confirmRestoring } from "../../confirm-restoring.ts";
import { tournament } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Put a cancelled tournament back on the calendar as it was; members are told.",
  description:
    "Not when a later tournament of its season is official. Its poll goes on where it stood: sabc poll edit gives it more time.",
  parameters: { tournament, reason: reasonToldAlong },
  examples: [
    'sabc tournament restore 2026-03 --reason "the lake is open again"',
    "sabc tournament restore 2026-03-22 --dry-run",
  ],
  rehearsable: true,
  async input(given) {
    const { restoreTournamentSchema } = await import("#core/tournaments/tournaments.schemas.ts");
    return restoreTournamentSchema.parse(given);
  },
  async run(context, input) {
    const { getTournament } = await import("#core/tournaments/tournaments.service.ts");
    const { restoreTournament } = await import("#core/tournaments/restore.service.ts");
    if (context.globals.dryRun) return context.write((work) => restoreTournament(work, input));
    const reference = String(input.tournament);
    const meant = await context.read((work) => getTournament(work, { reference }));
    await confirmRestoring(context, meant);
    return context.write((work) => restoreTournament(work, { ...input, tournament: meant.id }));
  },
  output: (restored) => ({ json: { ...restored }, notes: restoredNotes(restored) }),
});
