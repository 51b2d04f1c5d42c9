import type { RampRef } from "../lakes/lakes.service.ts";
import { askPrepared } from "../prepared.ts";
import { columns, type TournamentRow } from "../tournaments/tournament-row.queries.ts";
import type { Measure } from "../weight.ts";
import type { Work } from "../work.ts";

/** A lake in the list, with what was fished on it officially. */
export interface LakeListRow {
  id: number;
  key: string;
  name: string;
  retired: boolean;
  ramps: number;
  tournaments: number;
  /** The day of the last one. */
  lastDay: string | null;
}

/** A lake with what it brought. */
export interface LakePageRow {
  id: number;
  key: string;
  name: string;
  retired: boolean;
  latitude: number | null;
  longitude: number | null;
  ramps: (RampRef & { retired: boolean })[];
  /** Official ones, of all time. */
  held: number;
  /** The day of the last one. */
  lastDay: string | null;
  /** Of what the months tell: weight wherever anything was weighed, which of the two words is the later. */
  measure: Measure;
  /** Those with a tournament; `won` counts the wins with a weight. */
  months: { month: number; tournaments: number; won: number; sum: number | null; best: number | null }[];
  /** Those that were asked for. */
  tournaments: LakeTournament[];
}

export interface LakeTournament {
  tournament: TournamentRow;
  ranked: "angler" | "boat";
  measure: Measure;
  /** Several when the win was shared. */
  winners: { id: number; name: string }[][];
  /** Of the ranking the season is about; null where nobody won. */
  winningWeight: number | null;
  /** Who fished: anglers or boats, as they were ranked. */
  fished: number;
  limits: number;
  bigBass: number | null;
}

/** Every lake by name; one query. */
export function findLakeList(work: Work): Promise<LakeListRow[]> {
  return work.em.execute<LakeListRow[]>(
    `select l.id, l.key, l.name, l.retired,
            (select count(*)::int from ramp r where r.lake_id = l.id and not r.retired) as ramps,
            count(e.id)::int as tournaments, max(e.last_day)::text as "lastDay"
     from lake l
     left join tournament t on t.lake_id = l.id and t.state = 'official'
     left join event e on e.id = t.event_id and e.cancelled_on is null
     group by l.id order by lower(l.name), l.id`,
  );
}

/**
 * A lake with its ramps, its official tournaments, newest first, without the first `before` and no more than `most`
 * (null: all), and what all of them brought by month; null for a key no lake has. One query.
 */
export async function findLakePage(
  work: Work,
  { key, before, most }: { key: string; before: number; most: number | null },
): Promise<LakePageRow | null> {
  const [row] = await askPrepared<LakePageRow>(
    work,
    `with own as materialized (
       select t.id, e.first_day, e.last_day, s.ranked, s.per, s.measure
       from tournament t
       join event e on e.id = t.event_id and e.cancelled_on is null
       join (
         select id, rules ->> 'ranked' as ranked, rules #>> '{limit,per}' as per, rules ->> 'measure' as measure
         from season offset 0
       ) s on s.id = t.season_id
       where t.state = 'official' and t.lake_id = (select id from lake where key = ?)
     )
     select l.id, l.key, l.name, l.retired, l.latitude::float8 as latitude, l.longitude::float8 as longitude,
            coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'latitude', r.latitude::float8,
                        'longitude', r.longitude::float8, 'retired', r.retired) order by lower(r.name), r.id)
                      from ramp r where r.lake_id = l.id), '[]') as ramps,
            (select count(*)::int from own) as held,
            coalesce((select max(measure) from own), 'weight') as measure,
            (select last_day::text from own order by first_day desc, id desc limit 1) as "lastDay",
            coalesce((select json_agg(brought) from (
              select date_part('month', own.first_day)::int as month, count(*)::int as tournaments,
                     count(x.winning_net)::int as won, sum(x.winning_net) as sum, max(x.winning_net) as best
              from own
              left join tournament_sum x on x.tournament_id = own.id and x.ranking = own.ranked
                and own.measure = (select max(measure) from own)
              group by 1
            ) brought), '[]') as months,
            coalesce((select json_agg(trip) from (
              select to_jsonb(held) - '{measure,ranked,per}'::text[] as tournament, held.ranked, held.measure, line.fished, line.limits,
                     line."bigBass", line."winningWeight", ${winners} as winners
              from (
                select ${columns}, own.ranked, own.per, own.measure
                from (select * from own order by first_day desc, id desc offset ? limit ?) own
                join tournament t on t.id = own.id
                join event e on e.id = t.event_id
                join season s on s.id = t.season_id
                left join ramp r on r.id = t.ramp_id
              ) held
              cross join lateral (
                select coalesce(max(x.fished) filter (where x.ranking = held.ranked), 0) as fished,
                       coalesce(max(x.limits) filter (where x.ranking = held.per), 0) as limits,
                       max(x.big_bass) as "bigBass",
                       max(x.winning_net) filter (where x.ranking = held.ranked) as "winningWeight"
                from tournament_sum x where x.tournament_id = held.id
              ) line
              order by held."firstDay" desc, held.id desc
            ) trip), '[]') as tournaments
     from lake l where l.key = ?`,
    [key, before, most, key],
  );
  return row ?? null;
}

const winners = `coalesce((
  select json_agg((
           select json_agg(json_build_object('id', a.id, 'name', a.public_name) order by a.id)
           from crew c join angler a on a.id = c.angler_id
           where c.entry_id = w.entry_id and (w.angler_id is null or w.angler_id = c.angler_id)) order by w.id)
  from result w where w.tournament_id = held.id and w.ranking = held.ranked and w.win), '[]')`;
