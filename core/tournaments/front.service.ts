import type { Work } from "../work.ts";
import { findFront } from "./next-event.queries.ts";
import { showNext, type UpcomingEvent } from "./next-event.service.ts";
import { currentOf } from "./seasons-overview.service.ts";
import { findSunrise } from "./sunrise.service.ts";
import type { TournamentShown } from "./tournaments.service.ts";

/** What the calendar has for the front page. */
export interface FrontShown {
  /** The season that is meant where none is named; null before the first. */
  season: number | null;
  /** The next tournament, meeting or other event; holidays are none to come to. */
  next: UpcomingEvent | null;
  /** On the club's clock, `07:31`, at the ramp of the next tournament; null where that is not known. */
  sunrise: string | null;
  /** Where something else comes before it. */
  nextTournament: TournamentShown | null;
}

/** The season that is meant, what comes next, and when the sun rises there; one query. */
export async function getFront(work: Work, _: object = {}): Promise<FrontShown> {
  const { seasons, next: nextRow, tournament } = await findFront(work);
  const next = nextRow && showNext(work, nextRow);
  const own = next?.tournament ?? null;
  return {
    season: currentOf(seasons, Number(work.today.slice(0, 4))),
    next,
    sunrise: own && findSunrise(work, { day: own.firstDay, ramp: own.ramp }),
    nextTournament: own || !tournament ? null : showNext(work, tournament).tournament,
  };
}
