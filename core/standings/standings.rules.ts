import type { Race } from "../seasons/race.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { type RaceResult, whoKey } from "./race-result.rules.ts";
import { type SeasonFacts, seasonTotal, type SeasonTotal } from "./season-total.rules.ts";
import { rankRows, type StandingRow } from "./standing-order.rules.ts";

interface Given {
  rules: Rules;
  season: SeasonFacts;
}

/** The table of one race, in order; those without a place last. The order results come in does not matter. */
export function standings(race: Race, { rules, season }: Given): StandingRow[] {
  const rows = [...listedResults({ rules, season }).values()].map((results) =>
    seasonTotal(race, { results, rules, season }),
  );
  return rankRows(rows, { rules: rules.season, names: season.names });
}

/**
 * The rows as they stood after each of these tournaments, in no order. A row stays as it is while nothing is added to
 * it, unless the rules count what it missed.
 */
export function totalsAfterEach(
  race: Race,
  { rules, season, held }: Given & { held: readonly number[] },
): SeasonTotal[][] {
  const rows = listedResults({ rules, season });
  const missedCounts = rules.season.neverDropped.includes("missed");
  const totals = new Map<string, SeasonTotal>();
  return held.map((last, at) => {
    const soFar = new Set(held.slice(0, at + 1));
    const events = season.events.map((event) => ({ ...event, held: soFar.has(event.tournamentId) }));
    for (const [key, results] of rows) {
      if (!missedCounts && !results.some(({ tournamentId }) => tournamentId === last)) continue;
      const own = results.filter(({ tournamentId }) => soFar.has(tournamentId));
      if (own.length > 0)
        totals.set(key, seasonTotal(race, { results: own, rules, season: { ...season, events } }));
    }
    return [...totals.values()];
  });
}

/** The results that a table lists, by row. */
function listedResults({ rules, season }: Given): Map<string, RaceResult[]> {
  const counting = new Set(season.events.map(({ tournamentId }) => tournamentId));
  const listed = season.results.filter(
    (result) => counting.has(result.tournamentId) && (rules.season.listed === "anyone" || result.member),
  );
  return Map.groupBy(listed, ({ who }) => whoKey(who));
}
