import { anglerSeasons } from "../results/angler-sums.queries.ts";
import type { Work } from "../work.ts";

/** What the official tournaments of a year came to; weights in 1/10,000 lb. */
export interface YearRow {
  year: number;
  tournaments: number;
  /** Of all its tournaments together: each boat and angler counts as often as they fished. */
  boats: number;
  starts: number;
  /** Different people. */
  anglers: number;
  zeros: number;
  limits: number;
  weight: number;
  bigBass: number | null;
  heaviestWin: number | null;
}

/**
 * The years with an official tournament with a scale, oldest first: one query over the stored results. A limit is the
 * angler's or the boat's, whichever the season says.
 */
export function findYearRows(work: Work): Promise<YearRow[]> {
  return work.em.execute<YearRow[]>(
    `with season_rules as materialized (
       select id, year, rules #>> '{limit,per}' as per, rules ->> 'ranked' as ranked,
              rules ->> 'measure' = 'weight' as scale
       from season
     ), held as materialized (
       select t.id, s.year, s.per, s.ranked
       from tournament t join event e on e.id = t.event_id join season_rules s on s.id = t.season_id
       where t.state = 'official' and e.cancelled_on is null and s.scale
     ), aboard as (
       select s.year, sum(x.starts)::int as starts, (count(*) filter (where x.starts > 0))::int as anglers
       from (${anglerSeasons}) x join season_rules s on s.id = x.season_id and s.scale
       group by s.year
     ), weighed as (
       select h.year,
              count(distinct h.id)::int as tournaments,
              coalesce(sum(x.fished) filter (where x.ranking = 'boat'), 0)::int as boats,
              coalesce(sum(x.zeros) filter (where x.ranking = 'boat'), 0)::int as zeros,
              coalesce(sum(x.limits) filter (where x.ranking = h.per), 0)::int as limits,
              coalesce(sum(x.weight) filter (where x.ranking = 'boat'), 0)::float8 as weight,
              max(x.big_bass) as "bigBass",
              max(x.winning_net) filter (where x.ranking = h.ranked) as "heaviestWin"
       from held h left join tournament_sum x on x.tournament_id = h.id
       group by h.year
     )
     select w.*, coalesce(a.starts, 0) as starts, coalesce(a.anglers, 0) as anglers
     from weighed w left join aboard a on a.year = w.year order by w.year`,
  );
}
