import type { Work } from "../work.ts";
import { loadSeasonTables } from "./season-tables.service.ts";
import { columnOf, showRace } from "./show-standings.rules.ts";
import type { StandingsShown } from "./standings-shown.rules.ts";

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
  const { page, rules, planned, held, tables, naming } = await loadSeasonTables(work, {
    season,
    afterEvents,
  });
  const shown = tables.map(({ rows, ...table }) => ({ ...table, rows: rows.slice(0, top) }));
  return {
    season,
    rulesName: rules.name,
    ranked: rules.ranked,
    closed: page.closed,
    asOf: held.at(-1)?.lastDay ?? null,
    official: held.length,
    planned: planned.length,
    tournaments: held.map(columnOf),
    races: shown.map((table) => showRace(table, { rules, held, naming })),
  };
}
