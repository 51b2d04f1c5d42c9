import type { Work } from "../work.ts";

const aboardOne = "n.kind = 'boat' and n.outcome = 'fished'";

/** Adds up again what the anglers of these seasons did, of those that are closed, and tells how many sums were not so. */
export async function writeAnglerSums(work: Work, seasonIds: readonly number[]): Promise<number> {
  const ids = `{${seasonIds.join(",")}}`;
  const [row] = await work.em.execute<{ wrong: number }[]>(
    `with made as (
       ${anglersSummed("s.closed and s.id = any(?::int[])")}
     ), gone as (
       delete from angler_sum x where season_id = any(?::int[]) and not exists (
         select from made where made.season_id = x.season_id and made.angler_id = x.angler_id)
       returning 1
     ), written as (
       insert into angler_sum as x select * from made
       on conflict (season_id, angler_id) do update
         set (starts, events, wins, limits) = row(excluded.starts, excluded.events, excluded.wins, excluded.limits)
         where (x.starts, x.events, x.wins, x.limits)
           is distinct from (excluded.starts, excluded.events, excluded.wins, excluded.limits)
       returning 1
     )
     select ((select count(*) from gone) + (select count(*) from written))::int as wrong`,
    [ids, ids],
  );
  return row!.wrong;
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

const unwritten = "not exists (select from angler_sum x where x.season_id = s.id)";

/**
 * What each angler with a result did in each season: as it is written down, and of seasons that are still open by their
 * results.
 */
export const anglerTallies = `
  select season_id, angler_id, events, wins, limits from angler_sum
  union all
  select s.id, own.*
  from (select s.id, s.rules ->> 'ranked' as ranked from season s where ${unwritten} offset 0) s
  cross join lateral (
    select c.angler_id, count(*)::int as events, (count(*) filter (where r.win))::int as wins,
           (count(*) filter (where r.full_limit))::int as limits
    from tournament t
    join event e on e.id = t.event_id and e.cancelled_on is null
    join result r on r.tournament_id = t.id and r.ranking = s.ranked and r.outcome = 'fished'
    join crew c on c.entry_id = r.entry_id and (c.outcome is null or c.outcome = 'fished')
      and (r.angler_id is null or r.angler_id = c.angler_id)
    where t.season_id = s.id and t.state = 'official'
    group by c.angler_id
  ) own`;

/** How many were aboard in each season: each as often as they fished, and different people. */
export const seasonsAboard = `
  select season_id, sum(starts)::int as starts, (count(*) filter (where starts > 0))::int as anglers
  from angler_sum group by season_id
  union all
  select s.id, own.*
  from (select s.id from season s where ${unwritten} offset 0) s
  cross join lateral (
    select count(*)::int as starts, count(distinct c.angler_id)::int as anglers
    from tournament t
    join event e on e.id = t.event_id and e.cancelled_on is null
    join entry n on n.tournament_id = t.id and ${aboardOne}
    join crew c on c.entry_id = n.id and (c.outcome is null or c.outcome = 'fished')
    where t.season_id = s.id and t.state = 'official'
  ) own`;
