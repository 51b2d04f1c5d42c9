import { askPrepared } from "../prepared.ts";
import type { KeptWinner } from "../results/season-award.entity.ts";
import type { Work } from "../work.ts";
import { awardRulings, pageColumns, plannedWhere, type SeasonPage } from "./season-page.queries.ts";

const won = "select (w ->> 'tournamentId')::int from jsonb_path_query(s.kept, '$[*][*]') w";

const winners = `
  select jsonb_path_query(s.kept, '$[*][*].who[*]')::int
  union all select angler_id from ruling where season_id = s.id and kind = 'award'`;

const names = `
  case when s.kept is null then '[]' else coalesce((
    select json_agg(json_build_object('id', a.id, 'name', a.public_name)) from angler a where a.id = any(array(${winners}))
  ), '[]') end`;

/** A season for its awards. Where they are written down its tournaments are those where one was won. */
export interface AwardPage extends SeasonPage {
  /** Who has each award, by the order of the rules; null where that is not written down. */
  kept: KeptWinner[][] | null;
  /** Public names of those who have one. */
  names: { id: number; name: string }[];
}

/**
 * A season and those of so many years before it, newest first; of those whose awards are not written down all that
 * their tables are made of, and where such a one starts from earlier totals all earlier seasons too.
 */
export function findAwardPages(
  work: Work,
  { year, past }: { year: number; past: number },
): Promise<AwardPage[]> {
  return askPrepared<AwardPage>(
    work,
    `with asked as materialized (
       select s.id, s.year, s.closed, s.rules,
              case when s.closed then (
                select jsonb_agg(winners order by award) from season_award where season_id = s.id
                having count(*) = jsonb_array_length(s.rules -> 'awards')) end as kept
       from season s where s.year between ? and ?
     ), carried as materialized (
       select exists (select from asked where kept is null and rules #> '{season,carry}' <> 'null') as so
     ), s as (
       select * from asked
       union all
       select id, year, closed, rules, null from season where year < ? and (select so from carried)
     )
     select ${pageColumns}, kept, ${names} as names from s where kept is null or (select so from carried)
     union all
     select id, year, closed, rules, ${plannedWhere(`t.id = any(array(${won}))`)}, '[]', ${awardRulings}, '[]', kept, ${names}
     from s where kept is not null and not (select so from carried)
     order by year desc`,
    [year - past, year, year - past],
  );
}

/** The closed seasons that give awards, from this year on, oldest first, and whether these are written down. */
export function findAwardedSeasons(
  work: Work,
  { from }: { from: number },
): Promise<{ id: number; year: number; written: boolean }[]> {
  return work.em.execute<{ id: number; year: number; written: boolean }[]>(
    `select id, year, exists (select from season_award where season_id = s.id) as written
     from season s where closed and year >= ? and rules -> 'awards' <> '[]' order by year`,
    [from],
  );
}

/** Writes down who has each award of a season, by the order of its rules, and tells how many were written otherwise. */
export async function writeAwards(
  work: Work,
  { seasonId, awards }: { seasonId: number; awards: readonly KeptWinner[][] },
): Promise<number> {
  const [row] = await work.em.execute<{ wrong: number }[]>(
    `with made as (
       select ?::int as season_id, (place - 1)::int as award, winners
       from jsonb_array_elements(?::jsonb) with ordinality as one (winners, place)
     ), gone as (
       delete from season_award x where season_id = ? and not exists (select from made where made.award = x.award)
       returning 1
     ), written as (
       insert into season_award as x select * from made
       on conflict (season_id, award) do update set winners = excluded.winners
         where x.winners is distinct from excluded.winners
       returning 1
     )
     select ((select count(*) from gone) + (select count(*) from written))::int as wrong`,
    [seasonId, JSON.stringify(awards), seasonId],
  );
  return row!.wrong;
}
