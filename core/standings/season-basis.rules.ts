import { createHash } from "node:crypto";
import type { SeasonPage } from "./season-page.queries.ts";

/**
 * Tells a season with those that it starts from apart from the same ones under other rules, with another calendar, or
 * after another meeting. The results themselves are not in it: what was made of others is let go of with them.
 */
export function basisOf(chain: readonly SeasonPage[]): string {
  const made = chain.map(({ year, rules, tournaments, meetings, rookies }) => [
    year,
    rules,
    tournaments.map(({ id, state, firstDay, lastDay, changes }) => [
      id,
      // How far those are that do not count yet changes nothing, and is another thing every hour of their day.
      state === "official",
      firstDay,
      lastDay,
      changes,
    ]),
    meetings
      .map(({ anglerId, attended }): [number, number] => [anglerId, attended])
      .toSorted(([one], [other]) => one - other),
    rookies.toSorted((one, other) => one - other),
  ]);
  return createHash("sha256").update(JSON.stringify(made)).digest("base64url");
}
