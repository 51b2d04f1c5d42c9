import { columns, type TournamentRow } from "../tournaments/tournament-row.queries.ts";
import type { Measure } from "../weight.ts";
import type { Work } from "../work.ts";

/** Someone by number, as everyone may see them. */
export interface AnglerPageRow {
  id: number;
  name: string;
  erased: boolean;
  /** The record they were made one with; null where this is one of its own. */
  keptAs: { id: number; name: string } | null;
  finishes: FinishRow[];
}

/** What one official tournament brought them, in the ranking its season is about. */
export interface FinishRow {
  tournament: TournamentRow;
  /** Aboard with them. */
  partners: { id: number; name: string }[];
  ranked: "angler" | "boat";
  measure: Measure;
  outcome: "fished" | "did-not-fish" | "disqualified" | "buy-in";
  place: number | null;
  tied: boolean;
  points: number | null;
  net: number | null;
  fish: number | null;
  caught: boolean;
  limit: boolean;
  win: boolean;
  bigBass: number | null;
  /** The heaviest bass is known to be theirs: of their own bag, alone aboard, or the bag says so. */
  ownBass: boolean;
  /** Its weight is one bag, of one day and no paper tournament. */
  oneBag: boolean;
}

/**
 * One angler with every finish at an official tournament, newest first; null for a number nobody has, and for who never
 * was aboard: that the club knows them is not for everyone to see. One query.
 */
export async function findAnglerPage(work: Work, id: number): Promise<AnglerPageRow | null> {
  const [row] = await work.em.execute<AnglerPageRow[]>(
    `with asked as (select ?::int as id), person as (
       select a.id, a.public_name, a.erased_on is not null as erased, false as gone
       from angler a join asked on asked.id = a.id
       union all
       select k.id, k.public_name, k.erased_on is not null, true
       from angler_merge m join asked on asked.id = m.gone_id join angler k on k.id = m.kept_id
       where m.undone_at is null and not exists (select from angler a where a.id = asked.id)
     )
     select p.id, p.public_name as name, p.erased,
            case when p.gone then json_build_object('id', p.id, 'name', p.public_name) end as "keptAs",
            coalesce((select json_agg(finish) from (
              select to_jsonb(trip) - '{paper,ranked,measure}'::text[] as tournament, trip.ranked, trip.measure, r.outcome, r.place::float8 as place, r.tied, r.points,
                     r.net, r.fish, r.caught, r.full_limit as limit, r.win, r.big_bass as "bigBass",
                     r.angler_id is not null or ${alone} or ${theirs} as "ownBass",
                     not trip.paper and trip."firstDay" = trip."lastDay" as "oneBag",
                     ${partners} as partners
              from crew c
              join (${held}) trip on trip.id = c.tournament_id
              join result r on r.entry_id = c.entry_id and r.ranking = trip.ranked
                and (r.angler_id is null or r.angler_id = c.angler_id)
              where c.angler_id = p.id and not p.gone and not p.erased
                and coalesce(c.outcome, 'fished') <> 'did-not-fish'
              order by trip."firstDay" desc, trip.id desc
            ) finish), '[]') as finishes
     from person p where p.erased or exists (select from crew c where c.angler_id = p.id) limit 1`,
    [id],
  );
  return row ?? null;
}

/** Who is listed: with an official result and not erased. */
export interface AnglerListRow {
  id: number;
  name: string;
  events: number;
  wins: number;
  firstYear: number;
  lastYear: number;
}

/** A stretch of the list, how long all of it is, and where in it the names with a letter begin. */
export interface AnglerListPart {
  anglers: AnglerListRow[];
  total: number;
  /** `at`: how many come before. */
  letters: { letter: string; at: number }[];
}

/** Those who fished an official tournament, by public name: at most `limit` of them, `from` left out; one query. */
export async function findAnglerList(
  work: Work,
  { from, limit }: { from: number; limit: number },
): Promise<AnglerListPart> {
  const [part] = await work.em.execute<AnglerListPart[]>(
    `with open as materialized (
       select x.angler_id, sum(x.events)::int as events, sum(x.wins)::int as wins, min(s.year) as first_year, max(s.year) as last_year
       from season s cross join lateral (select * from angler_sum where season_id = s.id and events > 0 offset 0) x
       where not s.closed group by x.angler_id
     ), shown as materialized (
       select a.id, a.public_name, t.events, t.wins, t.first_year, t.last_year
       from angler a left join angler_total t on t.angler_id = a.id
       where ${isListed}
       order by lower(a.public_name), a.id offset ? limit ?
     ), begun as materialized (
       select lower(beginning) as beginning, sum(names)::int as names
       from (
         select left(a.public_name, 1) as beginning, count(*) as names
         from angler a left join angler_total t on t.angler_id = a.id where ${isListed} group by 1
       ) written group by 1
     )
     select
       coalesce((select json_agg(json_build_object(
                   'id', a.id, 'name', a.public_name, 'events', coalesce(a.events, 0) + coalesce(o.events, 0),
                   'wins', coalesce(a.wins, 0) + coalesce(o.wins, 0),
                   'firstYear', least(a.first_year, o.first_year), 'lastYear', greatest(a.last_year, o.last_year)
                 ) order by lower(a.public_name), a.id)
                 from shown a left join open o on o.angler_id = a.id), '[]') as anglers,
       coalesce((select sum(names) from begun), 0)::int as total,
       coalesce((select json_agg(json_build_object('letter', upper(beginning), 'at', at) order by beginning)
                 from (select beginning, coalesce(sum(names) over (
                                order by beginning rows between unbounded preceding and 1 preceding), 0)::int as at
                       from begun) letters
                 where beginning ~ '[a-z]'), '[]') as letters`,
    [from, limit],
  );
  return part!;
}

/** Of an angler `a` and what closed seasons brought them, `t`. */
const isListed = "a.erased_on is null and (t.angler_id is not null or a.id in (select angler_id from open))";

const held = `
  select ${columns}, coalesce((t.changes ->> 'paper')::boolean, false) as paper, s.rules ->> 'measure' as measure,
         s.rules ->> 'ranked' as ranked
  from tournament t
  join event e on e.id = t.event_id and e.cancelled_on is null
  join season s on s.id = t.season_id
  left join lake l on l.id = t.lake_id
  left join ramp r on r.id = t.ramp_id
  where t.state = 'official'`;

const alone = `not exists (select from crew o where o.entry_id = c.entry_id and o.angler_id <> c.angler_id)`;

const theirs = `coalesce((
  select b.caught_by_id = c.angler_id from bag b where b.entry_id = c.entry_id and b.big_bass is not null
  order by b.big_bass desc, b.id limit 1), false)`;

const partners = `coalesce((
  select json_agg(json_build_object('id', a.id, 'name', a.public_name) order by a.id)
  from crew o join angler a on a.id = o.angler_id where o.entry_id = c.entry_id and o.angler_id <> c.angler_id), '[]')`;
