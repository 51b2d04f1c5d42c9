import type { Work } from "../work.ts";
import { loadSeasonTables, type SeasonTables } from "./season-tables.service.ts";
import { courseOf, figureOf, type SeasonCourse } from "./season-course.rules.ts";
import { totalsAfterEach } from "./standings.rules.ts";
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
 * `afterEvents`. `top` leaves the first rows of each race. Not-found for a year without a season. Two queries.
 */
export async function getStandings(
  work: Work,
  {
    season,
    afterEvents,
    top,
  }: { season: number; afterEvents?: number | undefined; top?: number | undefined },
): Promise<StandingsShown> {
  return showStandings(await loadSeasonTables(work, { season, afterEvents }), { season, top });
}

/** As `getStandings`, with the course of the first `followed` rows of its first race; null before there is one. Two queries. */
export async function getStandingsWithCourse(
  work: Work,
  { season, top, followed }: { season: number; top?: number | undefined; followed: number },
): Promise<{ standings: StandingsShown; course: SeasonCourse | null }> {
  const loaded = await loadSeasonTables(work, { season });
  const standings = showStandings(loaded, { season, top });
  const [race] = standings.races;
  const [table] = loaded.tables;
  if (race === undefined || table === undefined || loaded.held.length < 2) return { standings, course: null };
  const { rules, held } = loaded;
  const figure = figureOf(race.decidedBy, { scored: rules.points !== null });
  const totals = totalsAfterEach(race.race, {
    rules,
    season: table.facts,
    held: held.map(({ id }) => id),
    figure,
  });
  return { standings, course: courseOf(race.rows.slice(0, followed), { totals, figure }) };
}

function showStandings(
  { page, rules, planned, held, tables, naming }: SeasonTables,
  { season, top }: { season: number; top: number | undefined },
): StandingsShown {
  return {
    season,
    rulesName: rules.name,
    ranked: rules.ranked,
    measure: rules.measure,
    closed: page.closed,
    asOf: held.at(-1)?.lastDay ?? null,
    official: held.length,
    planned: planned.length,
    tournaments: held.map(columnOf),
    races: tables.map((table) => showRace(table, { rules, held, naming, top })),
  };
}
