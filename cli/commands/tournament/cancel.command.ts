import { cancelledNotes, reasonToldToAll } from "../../calendar-words.ts";
import { defineCommand } from "../../command.ts";
import { tournament } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Cancel a tournament; it stays on the calendar, and members are told.",
  description:
    "One with boats in its book, or an official one, is not cancelled. Its number stays, it counts neither as planned nor as held, and its pots wait for the next one. What takes place after all is put back with sabc tournament restore.",
  parameters: { tournament, reason: reasonToldToAll },
  examples: [
    'sabc tournament cancel next --reason "lake closed by high water"',
    'sabc tournament cancel 2026-03 --reason "storm warning" --dry-run',
  ],
  rehearsable: true,
  async input(given) {
    const { cancelTournamentSchema } = await import("#core/tournaments/tournaments.schemas.ts");
    return cancelTournamentSchema.parse(given);
  },
  async run(context, input) {
    const { getTournament } = await import("#core/tournaments/tournaments.service.ts");
    const { cancelTournament } = await import("#core/tournaments/cancel.service.ts");
    if (context.globals.dryRun) return context.write((work) => cancelTournament(work, input));
    const reference = String(input.tournament);
    const { id, name, firstDay } = await context.read((work) => getTournament(work, { reference }));
    await context.prompts.confirm(`Cancel ${name} on ${firstDay}, and tell everybody?`);
    return context.write((work) => cancelTournament(work, { ...input, tournament: id }));
  },
  output: (cancelled) => ({ json: { ...cancelled }, notes: cancelledNotes(cancelled) }),
});
