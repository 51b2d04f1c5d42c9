import type { Race } from "../seasons/race.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { whoKey } from "./race-result.rules.ts";
import { type SeasonFacts, seasonTotal } from "./season-total.rules.ts";
import { rankRows, type StandingRow } from "./standing-order.rules.ts";

/** The table of one race, in order; those without a place last. The order results come in does not matter. */
export function standings(
  race: Race,
  { rules, season }: { rules: Rules; season: SeasonFacts },
): StandingRow[] {
  const counting = new Set(season.events.map(({ tournamentId }) => tournamentId));
  const listed = season.results.filter(
    (result) => counting.has(result.tournamentId) && (rules.season.listed === "anyone" || result.member),
  );
  const rows = [...Map.groupBy(listed, ({ who }) => whoKey(who)).values()].map((results) =>
    seasonTotal(race, { results, rules, season }),
  );
  return rankRows(rows, { rules: rules.season, names: season.names });
}
