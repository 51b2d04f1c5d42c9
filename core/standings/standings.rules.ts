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
  const byRow = Map.groupBy(listedResults({ rules, season }), ({ who }) => whoKey(who));
  const rows = [...byRow.values()].map((results) => seasonTotal(race, { results, rules, season }));
  return rankRows(rows, { rules: rules.season, names: season.names });
}

/**
 * The rows as they stood after each of these tournaments, in no order: one table that each step goes on with, so that
 * what is wanted of a step is taken before the next. A row stays as it is while nothing is added to it, unless the rules
 * count what it missed.
 */
export function* totalsAfterEach(
  race: Race,
  { rules, season, held }: Given & { held: readonly number[] },
): Generator<ReadonlyMap<string, SeasonTotal>> {
  const byTournament = Map.groupBy(listedResults({ rules, season }), ({ tournamentId }) => tournamentId);
  const events = season.events.map((event) => ({ ...event, held: false }));
  const missedCounts = rules.season.neverDropped.includes("missed");
  const soFar = new Map<string, RaceResult[]>();
  const totals = new Map<string, SeasonTotal>();
  for (const last of held) {
    for (const event of events) event.held ||= event.tournamentId === last;
    const added = Map.groupBy(byTournament.get(last) ?? [], ({ who }) => whoKey(who));
    for (const [key, results] of added) soFar.set(key, [...(soFar.get(key) ?? []), ...results]);
    for (const key of missedCounts ? soFar.keys() : added.keys()) {
      const results = soFar.get(key)!;
      totals.set(key, seasonTotal(race, { results, rules, season: { ...season, events } }));
    }
    yield totals;
  }
}

/** The results that a table lists. */
function listedResults({ rules, season }: Given): RaceResult[] {
  const counting = new Set(season.events.map(({ tournamentId }) => tournamentId));
  return season.results.filter(
    (result) => counting.has(result.tournamentId) && (rules.season.listed === "anyone" || result.member),
  );
}
