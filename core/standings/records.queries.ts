import type { LakeRef } from "../lakes/lakes.service.ts";
import { askPrepared } from "../prepared.ts";
import { bestsFound, notSummed } from "../results/season-sums.queries.ts";
import type { Measure } from "../weight.ts";
import type { Work } from "../work.ts";
import { columns, type TournamentRow } from "../tournaments/tournament-row.queries.ts";

/** What one angler, or one boat, weighed at one tournament, where it may be a record. */
export interface RecordLine {
  tournamentId: number;
  entryId: number;
  anglerId: number | null;
  fish: number | null;
  /** Null where it is not one bag: paper, or several days. */
  bag: number | null;
  bigBass: number | null;
  lakeId: number | null;
  month: number;
}

/** The official tournaments that weighed fish, of a club that never did those that measured them, and all that may be a record. */
export interface RecordPage {
  lines: RecordLine[];
  measure: Measure;
  tournaments: number;
  /** Those of the other kind. */
  leftOut: number;
  lakes: (LakeRef & { tournaments: number })[];
  months: { month: number; tournaments: number }[];
  /** Those over several days: what is stored of them are sums. */
  several: Pick<RecordLine, "tournamentId" | "lakeId" | "month">[];
  /** The seasons of these; rules as stored. */
  seasons: { id: number; rules: unknown }[];
}

/** Whose catch it was. */
export interface CatchCrew {
  entryId: number;
  anglerId: number | null;
  crew: { id: number; name: string }[];
  caughtBy: { id: number; name: string } | null;
}

export interface TallyRow {
  id: number;
  name: string;
  count: number;
}

export interface RecordDetails {
  tournaments: TournamentRow[];
  crews: CatchCrew[];
  wins: TallyRow[];
  limits: TallyRow[];
  events: TallyRow[];
}

/**
 * The heaviest `top` of all, and the heaviest of each lake and month: one query over the stored results. It reads those
 * of the tournaments alone whose own heaviest is among them: whatever stands in the book was the heaviest of its day,
 * or a heavier one of that day stands there too.
 */
export async function findRecordLines(work: Work, top: number): Promise<RecordPage> {
  const [page] = await askPrepared<RecordPage>(
    work,
    `with official as materialized (
       select * from tournament_best union all ${bestsFound(notSummed)}
     ), book as materialized (
       select max(measure) as measure from official
     ), day as not materialized (
       select * from official where measure = ${recorded}
     ), best as materialized (
       select lake_id, month, grouping(lake_id, month) = 3 as is_all, count(*)::int as tournaments,
              max(big_bass) as big_bass, max(bag) as bag
       from day group by grouping sets ((lake_id), (month), ())
     ), wanted as materialized (
       ${candidates("day")}
     ), line as materialized (
       select r.id, r.tournament_id, r.entry_id, r.angler_id, r.fish, r.big_bass, wanted.lake_id, wanted.month,
              case when wanted.bag is not null then r.net end as bag
       from wanted cross join lateral (
         select * from result where tournament_id = wanted.tournament_id and ranking = wanted.ranking and caught offset 0
       ) r
     )
     select
       coalesce((select json_agg(json_build_object(
                   'tournamentId', tournament_id, 'entryId', entry_id, 'anglerId', angler_id, 'fish', fish,
                   'bag', bag, 'bigBass', big_bass, 'lakeId', lake_id, 'month', month
                 ) order by id) from (${candidates("line")}) candidate), '[]') as lines,
       coalesce(${recorded}, 'weight') as measure,
       (select tournaments from best where is_all) as tournaments,
       (select count(*)::int from official where measure <> ${recorded}) as "leftOut",
       coalesce((select json_agg(json_build_object('id', l.id, 'key', l.key, 'name', l.name, 'tournaments', best.tournaments))
                 from best join lake l on l.id = best.lake_id), '[]') as lakes,
       coalesce((select json_agg(json_build_object('month', month, 'tournaments', tournaments) order by month)
                 from best where month is not null), '[]') as months,
       coalesce((select json_agg(json_build_object('tournamentId', tournament_id, 'lakeId', lake_id, 'month', month)
                                  order by tournament_id)
                 from day where several), '[]') as several,
       coalesce((select json_agg(json_build_object('id', s.id, 'rules', s.rules)) from season s
                 where s.id in (select season_id from day where several)), '[]') as seasons`,
    [top, top, top, top],
  );
  return page!;
}

/** Where and whose these catches were, and who won, filled a limit and fished most often: one query. */
export async function loadRecordDetails(
  work: Work,
  {
    measure,
    catches,
    top,
  }: {
    measure: Measure;
    catches: readonly Pick<RecordLine, "tournamentId" | "entryId" | "anglerId">[];
    top: number;
  },
): Promise<RecordDetails> {
  const most = (figure: string) =>
    `coalesce((select json_agg(json_build_object('id', a.id, 'name', a.public_name, 'count', x.count) order by x.count desc, a.public_name, a.id)
               from (select angler_id, count
                     from (select * from (${mostOfClosed(figure)}) closed
                           union all select angler_id, ${figure} from moved where ${figure} > 0) either
                     order by count desc fetch first (?) rows with ties) x
               cross join lateral (select id, public_name from angler where id = x.angler_id offset 0) a), '[]')`;
  const [details] = await askPrepared<RecordDetails>(
    work,
    `with counted as materialized (
       select x.angler_id, sum(s.sign * x.events) as events, sum(s.sign * x.wins) as wins, sum(s.sign * x.limits) as limits
       from (
         select id, case when closed then -1 else 1 end as sign from season
         where closed <> (rules ->> 'measure' = ?) offset 0
       ) s cross join lateral (select * from angler_sum where season_id = s.id offset 0) x
       group by x.angler_id
     ), moved as materialized (
       select c.angler_id, c.events + coalesce(t.events, 0) as events, c.wins + coalesce(t.wins, 0) as wins,
              c.limits + coalesce(t.limits, 0) as limits
       from counted c left join angler_total t on t.angler_id = c.angler_id
     ), wanted as (
       select * from rows from (jsonb_to_recordset(?::jsonb) as ("tournamentId" int, "entryId" int, "anglerId" int))
         as w (tournament_id, entry_id, angler_id)
     )
     select
       coalesce((select json_agg(found) from (
                   select ${columns} from tournament t
                   join season s on s.id = t.season_id
                   join event e on e.id = t.event_id
                   left join lake l on l.id = t.lake_id
                   left join ramp r on r.id = t.ramp_id
                   where t.id = any(array(select tournament_id from wanted))
                 ) found), '[]') as tournaments,
       coalesce((select json_agg(json_build_object(
                   'entryId', w.entry_id, 'anglerId', w.angler_id, 'crew', ${crew}, 'caughtBy', ${catcher}
                 )) from wanted w), '[]') as crews,
       ${most("wins")} as wins, ${most("limits")} as limits, ${most("events")} as events`,
    [measure, JSON.stringify(catches), top, top, top, top, top, top],
  );
  return details!;
}

/** What the book tells: weight wherever anything was weighed, which of the two words is the later. */
const recorded = "(select measure from book)";

/** The last that has a place: the least of the first of these, as many as are asked for. */
const lastOfFirst = (figure: string, from: string): string =>
  `(select min(${figure}) from (select ${figure} from ${from} where ${figure} is not null order by ${figure} desc limit ?) first)`;

/** Those with a place among all, and the best of their lake or month. */
const candidates = (from: "day" | "line"): string => `
  select ${from}.* from ${from}
  left join best on_lake on on_lake.lake_id = ${from}.lake_id
  left join best in_month on in_month.month = ${from}.month
  where ${["bag", "big_bass"]
    .map(
      (figure) =>
        `${from}.${figure} in (on_lake.${figure}, in_month.${figure}) or ${from}.${figure} >= ${lastOfFirst(figure, from)}`,
    )
    .join(" or ")}`;

/** Those whom no season moves from what all closed ones together brought them, as many as have a place. */
const mostOfClosed = (figure: string): string => `
  select angler_id, ${figure} as count from angler_total
  where ${figure} > 0 and angler_id not in (select angler_id from moved)
  order by ${figure} desc fetch first (?) rows with ties`;

const crew = `(
  select json_agg(json_build_object('id', a.id, 'name', a.public_name) order by a.id)
  from crew c join angler a on a.id = c.angler_id
  where c.entry_id = w.entry_id and (w.angler_id is null or w.angler_id = c.angler_id))`;

const catcher = `(
  select json_build_object('id', a.id, 'name', a.public_name)
  from (select caught_by_id from bag b
        where b.entry_id = w.entry_id and (w.angler_id is null or b.angler_id is null or b.angler_id = w.angler_id)
          and b.big_bass is not null
        order by b.big_bass desc, b.id limit 1) heaviest
  join angler a on a.id = heaviest.caught_by_id)`;
