import type { Race } from "../seasons/race.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { type RaceResult, whoKey } from "./race-result.rules.ts";
import type { CourseFigure } from "./season-course.rules.ts";
import { type SeasonFacts, seasonPoints, seasonTotal, weightOf, winsOf } from "./season-total.rules.ts";
import { rankRows, type StandingRow } from "./standing-order.rules.ts";

interface Given {
  rules: Rules;
  season: SeasonFacts;
}

/** The table of one race, in order; those without a place last. The order results come in does not matter. */
export function standings(race: Race, { rules, season }: Given): StandingRow[] {
  const byRow = Map.groupBy(listedResults({ rules, season }), ({ who }) => whoKey(who));
  const rows = [...byRow.values()].map((results) => seasonTotal(race, { results, rules, season }));
  return rankRows(rows, { rules: rules.season, names: season.names });
}

/**
 * What the rows had after each of these tournaments: one table that each step goes on with, so that what is wanted of a
 * step is taken before the next. A row stays as it is while nothing is added to it, unless the rules count what it
 * missed.
 */
export function* totalsAfterEach(
  race: Race,
  { rules, season, held, figure }: Given & { held: readonly number[]; figure: CourseFigure },
): Generator<ReadonlyMap<string, number | null>> {
  const byTournament = Map.groupBy(listedResults({ rules, season }), ({ tournamentId }) => tournamentId);
  const then = { ...season, events: season.events.map((event) => ({ ...event, held: false })) };
  const missedCounts = figure === "points" && rules.season.neverDropped.includes("missed");
  const soFar = new Map<string, RaceResult[]>();
  const totals = new Map<string, number | null>();
  const addUp = (key: string, results: RaceResult[]) =>
    totals.set(key, totalOf[figure](race, { results, rules, season: then }));
  for (const last of held) {
    for (const event of then.events) event.held ||= event.tournamentId === last;
    for (const result of byTournament.get(last) ?? []) {
      const key = whoKey(result.who);
      const own = soFar.get(key) ?? [];
      own.push(result);
      soFar.set(key, own);
      if (!missedCounts) addUp(key, own);
    }
    if (missedCounts) for (const [key, own] of soFar) addUp(key, own);
    yield totals;
  }
}

const totalOf: Record<CourseFigure, typeof seasonPoints> = {
  points: seasonPoints,
  wins: (_, { results }) => winsOf(results),
  weight: (_, { results }) => weightOf(results),
};

/** The results that a table lists. */
function listedResults({ rules, season }: Given): RaceResult[] {
  const counting = new Set(season.events.map(({ tournamentId }) => tournamentId));
  return season.results.filter(
    (result) => counting.has(result.tournamentId) && (rules.season.listed === "anyone" || result.member),
  );
}
