import { askPrepared } from "../prepared.ts";
import type { KeptWinner } from "../results/season-award.entity.ts";
import type { Work } from "../work.ts";
import { awardRulings, pageColumns, plannedWhere, type SeasonPage } from "./season-page.queries.ts";

const won = "select (w ->> 'tournamentId')::int from jsonb_path_query(s.kept, '$[*][*]') w";

const winners = `
  select jsonb_path_query(coalesce(s.kept, s.so_far), '$[*][*].who[*]')::int
  union all select angler_id from ruling where season_id = s.id and kind = 'award'`;

const names = `
  case when s.kept is null and s.so_far is null then '[]' else coalesce((
    select json_agg(json_build_object('id', a.id, 'name', a.public_name)) from angler a where a.id = any(array(${winners}))
  ), '[]') end`;

/** A season for its awards. Where they are written down its tournaments are those where one was won. */
export interface AwardPage extends SeasonPage {
  /** Who has each award, by the order of the rules; null where that is not written down. */
  kept: KeptWinner[][] | null;
  /** The same of one that is not closed, as it was with this basis. */
  soFar: KeptWinner[][] | null;
  basis: string | null;
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
                having count(*) = jsonb_array_length(s.rules -> 'awards')) end as kept, x.awards as so_far, x.basis
       from season s left join season_standing x on x.season_id = s.id where s.year between ? and ?
     ), carried as materialized (
       select exists (select from asked where kept is null and rules #> '{season,carry}' <> 'null') as so
     ), s as (
       select * from asked
       union all
       select id, year, closed, rules, null, null, null from season where year < ? and (select so from carried)
     )
     select ${pageColumns}, kept, so_far as "soFar", basis, ${names} as names from s where kept is null or (select so from carried)
     union all
     select id, year, closed, rules, ${plannedWhere(`t.id = any(array(${won}))`)}, '[]', ${awardRulings}, '[]', kept, null, null, ${names}
     from s where kept is not null and not (select so from carried)
     order by year desc`,
    [year - past, year, year - past],
  );
}
