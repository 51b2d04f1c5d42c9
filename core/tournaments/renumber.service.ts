import type { Work } from "../work.ts";
import { numberTournaments } from "./numbering.rules.ts";
import type { Tournament } from "./tournament.entity.ts";

/**
 * Numbers a season's tournaments anew by their days; official ones keep theirs. Calendars are told of those that had
 * another number before: their address is made of it.
 */
export function renumberTournaments(
  work: Work,
  { tournaments }: { tournaments: readonly Tournament[] },
): void {
  const numbers = numberTournaments(
    tournaments.map((tournament) => ({
      firstDay: tournament.event.firstDay,
      number: tournament.number || null,
      official: tournament.isOfficial(),
    })),
  );
  for (const [at, tournament] of tournaments.entries()) {
    const number = numbers[at]!;
    if (tournament.number !== 0 && tournament.number !== number)
      tournament.event.revise({ at: work.now.toJSDate() });
    tournament.number = number;
  }
}
