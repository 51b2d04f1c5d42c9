import type { Work } from "../work.ts";
import { loadSeasonTop, type SeasonTop } from "./season-top.service.ts";
import { courseOf, type SeasonCourse } from "./season-course.rules.ts";
import { columnOf, showRace } from "./show-standings.rules.ts";
import type { StandingsShown } from "./standings-shown.rules.ts";

export type { SeasonCourse } from "./season-course.rules.ts";
export type {
  AwardsShown,
  AwardShown,
  AwardWinner,
  Race,
  StandingExplained,
  StandingRow,
  StandingsShown,
} from "./standings-shown.rules.ts";

/**
 * The standings of a season, every race of it, from its official tournaments: all of them, or the first
 * `afterEvents`. `top` leaves the first rows of each race. Not-found for a year without a season. Two queries, one where
 * as much as is asked for is written down.
 */
export async function getStandings(
  work: Work,
  {
    season,
    afterEvents,
    top,
  }: { season: number; afterEvents?: number | undefined; top?: number | undefined },
): Promise<StandingsShown> {
  return showStandings(await loadSeasonTop(work, { season, afterEvents, top, followed: 0 }));
}

/** As `getStandings`, with the course of the first `followed` rows of its first race; null before there is one. As many queries. */
export async function getStandingsWithCourse(
  work: Work,
  { season, top, followed }: { season: number; top?: number | undefined; followed: number },
): Promise<{ standings: StandingsShown; course: SeasonCourse | null }> {
  const loaded = await loadSeasonTop(work, { season, top, followed });
  const standings = showStandings(loaded);
  const course = loaded.races[0]?.course ?? null;
  return { standings, course: course && courseOf(standings.races[0]!.rows, course) };
}

function showStandings({ page, rules, planned, held, races, naming }: SeasonTop): StandingsShown {
  return {
    season: page.year,
    rulesName: rules.name,
    ranked: rules.ranked,
    measure: rules.measure,
    closed: page.closed,
    asOf: held.at(-1)?.lastDay ?? null,
    official: held.length,
    planned: planned.length,
    tournaments: held.map(columnOf),
    races: races.map((race) => showRace(race, { rules, held, naming })),
  };
}
