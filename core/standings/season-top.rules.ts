import type { KeptCourse, KeptRace, KeptRow } from "../results/season-standing.entity.ts";
import { figureOf, stepsOf } from "./season-course.rules.ts";
import type { SeasonTable } from "./season-tables.rules.ts";
import type { StandingRow } from "./standing-order.rules.ts";
import { totalsAfterEach } from "./standings.rules.ts";
import type { Rules } from "../seasons/rules.schemas.ts";

interface Given {
  rules: Rules;
  /** Whose results are in, by day. */
  held: readonly { id: number }[];
  tables: readonly SeasonTable[];
}

/** How much of a season's tables is wanted: the first rows of each, all where that is not said; of how many the course. */
export interface Wanted {
  top: number | undefined;
  followed: number;
}

/** The first rows of each table, and how the first of the first race came to where they are. */
export function topOf({ rules, held, tables }: Given, { top, followed }: Wanted): KeptRace[] {
  return tables.map((table, at) => {
    const rows = table.rows.slice(0, top);
    return {
      race: table.race,
      listed: table.rows.length,
      rows: rows.map(keptRow),
      course:
        at > 0 || followed === 0 ? null : courseOf(table, { rules, held, rows: rows.slice(0, followed) }),
    };
  });
}

/** Of what is kept as much as is wanted; null where more is wanted. */
export function topAmong(races: readonly KeptRace[], { top, followed }: Wanted): KeptRace[] | null {
  if (top === undefined || top > mostKept.top || followed > mostKept.followed) return null;
  return races.map(({ course, rows, ...race }) => ({
    ...race,
    rows: rows.slice(0, top),
    course: course && { ...course, lines: course.lines.slice(0, Math.min(top, followed)) },
  }));
}

/** What is kept of a season's tables: what its page shows first. */
export const mostKept = { top: 100, followed: 6 };

function courseOf(
  { race, facts }: SeasonTable,
  { rules, held, rows }: Pick<Given, "rules" | "held"> & { rows: readonly StandingRow[] },
): KeptCourse | null {
  if (held.length < 2) return null;
  const figure = figureOf(rules.season.order[0]!, { scored: rules.points !== null });
  const ids = held.map(({ id }) => id);
  return { figure, lines: stepsOf(rows, totalsAfterEach(race, { rules, season: facts, held: ids, figure })) };
}

const keptRow = ({ who, place, tied, points, wins, totalWeight, events, results }: StandingRow): KeptRow => ({
  who,
  place,
  tied,
  points,
  wins,
  totalWeight,
  events,
  results: results.map((result) => [
    result.tournamentId,
    result.place,
    result.points,
    result.weight,
    result.win,
    result.outcome,
    result.dropped,
  ]),
});
