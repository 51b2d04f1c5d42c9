import type { Work } from "../work.ts";
import { writeKept } from "./kept.queries.ts";

const anglerTotal = {
  table: "angler_total",
  key: ["angler_id"],
  figures: ["events", "wins", "limits", "first_year", "last_year"],
} as const;

/** Adds up again what all closed seasons brought each angler, and tells how many of the totals were not so. */
export const writeAnglerTotals = (work: Work): Promise<number> =>
  writeKept(work, { kept: anglerTotal, made: anglersTotalled, where: "true", values: [] });

/** The closed seasons of each angler with a result together, in the order of the table's columns. */
export const anglersTotalled = `
  select x.angler_id, sum(x.events)::int as events, sum(x.wins)::int as wins, sum(x.limits)::int as limits,
         min(y.year) as first_year, max(y.year) as last_year
  from angler_sum x join season y on y.id = x.season_id and y.closed
  where x.events > 0 group by x.angler_id`;
