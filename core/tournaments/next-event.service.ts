import type { EventKind } from "../events/event.entity.ts";
import { daysBetween } from "../time.ts";
import type { Work } from "../work.ts";
import { findNextEventRow, type NextEventRow } from "./next-event.queries.ts";
import { showTournament, type TournamentShown } from "./tournaments.service.ts";

/** The next thing on the calendar. */
export interface UpcomingEvent {
  kind: EventKind;
  name: string;
  firstDay: string;
  lastDay: string;
  startsAt: string | null;
  endsAt: string | null;
  description: string | null;
  /** 0: today, or already going on. */
  daysAway: number;
  tournament: TournamentShown | null;
}

/** What comes next from today on, today included and what is cancelled left out; null when nothing is planned. */
export async function findNextEvent(
  work: Work,
  { kinds = allKinds }: { kinds?: readonly EventKind[] },
): Promise<UpcomingEvent | null> {
  const row = await findNextEventRow(work, kinds);
  return row && showNext(work, row);
}

/** The read model of what comes next. */
export function showNext(work: Work, row: NextEventRow): UpcomingEvent {
  const { kind, eventName, eventFirstDay, eventLastDay, startsAt, endsAt, eventDescription, ...tournament } =
    row;
  return {
    kind,
    name: eventName,
    firstDay: eventFirstDay,
    lastDay: eventLastDay,
    startsAt,
    endsAt,
    description: eventDescription,
    daysAway: Math.max(0, daysBetween(work.today, eventFirstDay)),
    tournament: tournament.id === null ? null : showTournament(tournament),
  };
}

const allKinds: readonly EventKind[] = ["tournament", "meeting", "holiday", "other"];
