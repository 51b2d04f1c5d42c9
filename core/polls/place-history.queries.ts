import type { Measure, Weight } from "../weight.ts";
import type { Work } from "../work.ts";

/** What one official tournament brought, where it was. */
export interface PlaceHeld {
  tournament: number;
  season: number;
  number: number;
  name: string;
  firstDay: string;
  lake: string | null;
  ramp: string | null;
  /** That fished. */
  boats: number;
  limits: number;
  zeros: number;
  measure: Measure;
  /** Null where nobody won. */
  winningWeight: Weight | null;
  bigBass: Weight | null;
}

/** The official tournaments that began in a month of the years from … to, newest first; one query. */
export function findPlacesHeld(
  work: Work,
  { month, from, to }: { month: number; from: number; to: number },
): Promise<PlaceHeld[]> {
  return work.em.execute<PlaceHeld[]>(
    `select t.id as tournament, s.year as season, t.number, e.name, e.first_day::text as "firstDay",
            l.name as lake, r.name as ramp, brought.boats, brought.limits, brought.zeros, brought."bigBass",
            brought."winningWeight", s.rules ->> 'measure' as measure
     from tournament t
     join event e on e.id = t.event_id and e.cancelled_on is null
     join season s on s.id = t.season_id
     left join lake l on l.id = t.lake_id
     left join ramp r on r.id = t.ramp_id
     cross join lateral (
       select count(*) filter (where x.ranking = 'boat' and x.outcome = 'fished')::int as boats,
              count(*) filter (where x.ranking = s.rules #>> '{limit,per}' and x.full_limit)::int as limits,
              count(*) filter (where x.ranking = s.rules ->> 'ranked' and x.zero)::int as zeros,
              max(x.net) filter (where x.ranking = s.rules ->> 'ranked' and x.win) as "winningWeight",
              max(x.big_bass) filter (where x.caught) as "bigBass"
       from result x where x.tournament_id = t.id
     ) brought
     where t.state = 'official' and extract(month from e.first_day) = ?
       and extract(year from e.first_day) between ? and ?
     order by e.first_day desc, t.id desc`,
    [month, from, to],
  );
}
