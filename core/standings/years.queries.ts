import { askPrepared } from "../prepared.ts";
import { seasonsAboard } from "../results/angler-sums.queries.ts";
import type { Measure } from "../weight.ts";
import type { Work } from "../work.ts";

/** What the official tournaments of a year came to. */
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
  measure: Measure;
  weight: number;
  bigBass: number | null;
  heaviestWin: number | null;
}

/**
 * The years with an official tournament, oldest first: one query over the stored results. A limit is the
 * angler's or the boat's, whichever the season says. With a value, so that its plan is kept.
 */
export function findYearRows(work: Work): Promise<YearRow[]> {
  return askPrepared<YearRow>(
    work,
    `with season_rules as materialized (
       select id, year, rules #>> '{limit,per}' = 'boat' as boats_limit, rules ->> 'ranked' = 'boat' as boats_race,
              rules ->> 'measure' as measure
       from season where year > ?
     ), weighed as materialized (
       select t.season_id, count(*)::int as tournaments,
              coalesce(sum(boat.fished), 0)::int as boats, coalesce(sum(boat.zeros), 0)::int as zeros,
              coalesce(sum(boat.weight), 0)::float8 as weight,
              sum(boat.limits)::int as boat_limits, sum(own.limits)::int as own_limits,
              max(boat.big_bass) as boat_bass, max(own.big_bass) as own_bass,
              max(boat.winning_net) as boat_win, max(own.winning_net) as own_win
       from tournament t
       join event e on e.id = t.event_id
       left join tournament_sum boat on boat.tournament_id = t.id and boat.ranking = 'boat'
       left join tournament_sum own on own.tournament_id = t.id and own.ranking = 'angler'
       where t.state = 'official' and e.cancelled_on is null
       group by t.season_id
     ), aboard as materialized (
       ${seasonsAboard}
     )
     select s.year, w.tournaments, w.boats, w.zeros,
            coalesce(case when s.boats_limit then w.boat_limits else w.own_limits end, 0) as limits, s.measure, w.weight,
            greatest(w.boat_bass, w.own_bass) as "bigBass",
            case when s.boats_race then w.boat_win else w.own_win end as "heaviestWin",
            coalesce(a.starts, 0) as starts, coalesce(a.anglers, 0) as anglers
     from season_rules s
     join weighed w on w.season_id = s.id
     left join aboard a on a.season_id = s.id
     order by s.year`,
    [0],
  );
}
