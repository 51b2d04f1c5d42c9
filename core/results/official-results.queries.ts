import type { Measure } from "../weight.ts";
import { columns, type TournamentRow } from "../tournaments/tournament-row.queries.ts";
import type { Work } from "../work.ts";

/** An official tournament with its first places, as stored. */
export interface OfficialRow {
  tournament: TournamentRow;
  ranked: "angler" | "boat";
  measure: Measure;
  /** When what it says was last changed, as far as the log tells; an ISO instant in UTC. */
  changedAt: string;
  podium: {
    place: number;
    tied: boolean;
    crew: { id: number; name: string }[];
    fish: number | null;
    net: number;
  }[];
  bigBass: number | null;
}

/** The newest official tournaments with places 1 to 3; one query. */
export function findOfficialRows(work: Work, limit: number): Promise<OfficialRow[]> {
  return work.em.execute<OfficialRow[]>(
    `select to_jsonb(held) - '{ranked,measure,changed}'::text[] as tournament, held.ranked, held.measure,
            to_char(coalesce(${lastChange}, held.changed) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt",
            (select max(x.big_bass) from result x where x.tournament_id = held.id and x.caught) as "bigBass",
            coalesce((select json_agg(json_build_object('place', r.place::float8, 'tied', r.tied, 'fish', r.fish, 'net', r.net,
                        'crew', ${crew}) order by r.place, r.id)
                      from result r
                      where r.tournament_id = held.id and r.ranking = held.ranked and r.caught and r.place < 4), '[]') as podium
     from (
       select ${columns}, s.rules ->> 'ranked' as ranked, s.rules ->> 'measure' as measure, e.changed_at as changed
       from tournament t
       join event e on e.id = t.event_id and e.cancelled_on is null
       join season s on s.id = t.season_id
       left join lake l on l.id = t.lake_id
       left join ramp r on r.id = t.ramp_id
       where t.state = 'official'
       order by e.first_day desc, t.id desc limit ?
     ) held
     order by held."firstDay" desc, held.id desc`,
    [limit],
  );
}

/** Of the tournament itself and of all that was weighed there; row by row, so that the log is never read whole. */
const lastChange = `(
  select max(logged.at)
  from (
    select 'tournament' as subject, held.id
    union all select 'entry', n.id from entry n where n.tournament_id = held.id
    union all select 'crew', c.id from crew c where c.tournament_id = held.id
    union all select 'bag', b.id from bag b join entry n on n.id = b.entry_id where n.tournament_id = held.id
  ) part
  cross join lateral (
    select max(a.at) as at from audit_record a where a.subject = part.subject and a.subject_id = part.id::text
  ) logged)`;

const crew = `(
  select json_agg(json_build_object('id', a.id, 'name', a.public_name) order by a.id)
  from crew c join angler a on a.id = c.angler_id
  where c.entry_id = r.entry_id and (r.angler_id is null or r.angler_id = c.angler_id))`;
