import { authorize } from "../actor.ts";
import type { Problem } from "../errors.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import type { Work } from "../work.ts";
import { findGuestEvents } from "./boat-state.queries.ts";
import { doubtsOfImport, guestEventsAround, guestsIn, type MergedTournament } from "./import-doubts.rules.ts";
import type { ImportTarget } from "./import-targets.queries.ts";

/** One tournament of an import, and what is hardly right in what its file says. */
export interface Merging extends MergedTournament {
  target: ImportTarget;
  doubts: Problem[];
}

/** Doubts of all tournaments together: a guest's third event may be another one of the file. */
export async function findDoubts(
  work: Work,
  {
    tournaments,
    known,
    problems,
  }: { tournaments: readonly Merging[]; known: readonly number[]; problems: Problem[] },
): Promise<Problem[]> {
  const limited = tournaments.some(({ rules }) => rules.guests.eventsPerYear !== null);
  const ids = new Set(tournaments.map(({ tournamentId }) => tournamentId));
  const year = Number(tournaments[0]?.target.firstDay.slice(0, 4));
  const before = limited ? await findGuestEvents(work, { year, anglerIds: known }) : [];
  const events = limited
    ? [...before.filter(({ tournamentId }) => !ids.has(tournamentId)), ...tournaments.flatMap(guestsIn)]
    : [];
  for (const tournament of tournaments) {
    const found = doubtsOfImport(tournament, guestEventsAround(tournament.tournamentId, events));
    problems.push(...found.problems);
    tournament.doubts.push(...found.doubts);
  }
  return tournaments.flatMap(({ doubts }) => doubts);
}

/** Says with the tournament that its doubts were accepted, by whom and why. */
export function recordOverride(
  work: Work,
  { target, doubts, override }: { target: ImportTarget; doubts: readonly Problem[]; override: string },
): void {
  authorize(work, "recordOverride", { roles: ["weighmaster"], reason: override });
  const accepted = doubts.map(({ line, reason }) => `Line ${line}: ${reason}`);
  work.em.create(Ruling, {
    kind: "override",
    subject: "tournament",
    subjectId: target.id,
    tournament: target.id,
    season: target.seasonId,
    outcome: { check: `what is hardly right in an imported file (${accepted.length})`, accepted },
    decidedBy: work.actor.name,
    reason: override,
    at: work.now.toJSDate(),
    recordedByKind: work.actor.kind,
    recordedByName: work.actor.name,
    recordedBy: work.actor.anglerId,
  });
}
