import type { Work } from "../work.ts";
import { writeKept } from "./kept.queries.ts";

const aboardOne = "n.kind = 'boat' and n.outcome = 'fished'";

const anglerSum = {
  table: "angler_sum",
  key: ["season_id", "angler_id"],
  figures: ["starts", "events", "wins", "limits"],
} as const;

/** Adds up again what the anglers of these seasons did, and tells how many sums were not so. */
export function writeAnglerSums(work: Work, seasonIds: readonly number[]): Promise<number> {
  const ids = `{${seasonIds.join(",")}}`;
  return writeKept(work, {
    kept: anglerSum,
    made: anglersSummed("s.id = any(?::int[])"),
    where: "season_id = any(?::int[])",
    values: [ids, ids],
  });
}

/**
 * What each angler did in each of the seasons `s` of which this is so, in the order of the table's columns. Season by
 * season, so that the few that are asked for are all that is read.
 */
export const anglersSummed = (seasons: string): string => `
  select s.id as season_id, own.*
  from (select s.id, s.rules ->> 'ranked' as ranked from season s where ${seasons} offset 0) s
  cross join lateral (
    select c.angler_id, (count(*) filter (where ${aboardOne}))::int as starts, count(r.id)::int as events,
           (count(*) filter (where r.win))::int as wins, (count(*) filter (where r.full_limit))::int as limits
    from tournament t
    join event e on e.id = t.event_id and e.cancelled_on is null
    join entry n on n.tournament_id = t.id
    join crew c on c.entry_id = n.id and (c.outcome is null or c.outcome = 'fished')
    left join result r on r.entry_id = n.id and r.ranking = s.ranked and r.outcome = 'fished'
      and (r.angler_id is null or r.angler_id = c.angler_id)
    where t.season_id = s.id and t.state = 'official'
    group by c.angler_id
    having count(r.id) > 0 or count(*) filter (where ${aboardOne}) > 0
  ) own`;
