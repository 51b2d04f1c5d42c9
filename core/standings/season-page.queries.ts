import { columns, type TournamentRow } from "../tournaments/tournament-row.queries.ts";
import { askPrepared } from "../prepared.ts";
import type { KeptRace } from "../results/season-standing.entity.ts";
import type { Work } from "../work.ts";

/** Of tournaments `t` of the season `s` those that are not cancelled, by day. */
export const plannedWhere = (condition: string): string => `
  coalesce((
    select json_agg(planned) from (
      select ${columns}, t.changes from tournament t
      join event e on e.id = t.event_id
      left join lake l on l.id = t.lake_id
      left join ramp r on r.id = t.ramp_id
      where ${condition} and e.cancelled_on is null
      order by e.first_day, t.number
    ) planned
  ), '[]')`;

/** What the officers decided of the awards of the season `s`. */
export const awardRulings = `
  coalesce((
    select json_agg(json_build_object('title', g.outcome ->> 'title', 'anglerId', g.angler_id) order by g.id)
    from ruling g
    where g.season_id = s.id and g.kind = 'award' and g.angler_id is not null and g.voided_at is null
  ), '[]')`;

const membersOf = (year: string) => `
  select c.angler_id from crew c
  join tournament t on t.id = c.tournament_id and t.state = 'official'
  join event e on e.id = t.event_id and e.cancelled_on is null
  join season y on y.id = t.season_id and ${year}
  where c.was_member`;

const rookies = `
  coalesce((select json_agg(angler_id) from (
    ${membersOf("y.id = s.id")} except ${membersOf("y.year < s.year")}
  ) rookie), '[]')`;

/** All of the page of the season `s`. */
export const pageColumns = `
  s.id, s.year, s.closed, s.rules, ${plannedWhere("t.season_id = s.id")} as tournaments,
  coalesce((
    select json_agg(json_build_object('anglerId', angler_id, 'attended', attended))
    from (select angler_id, count(*) as attended from attendance where season_id = s.id group by angler_id) meeting
  ), '[]') as meetings,
  ${awardRulings} as rulings,
  case when s.rules @@ '$.awards[*].rookies == true' then ${rookies} else '[]' end as rookies`;

/** A season with all that is on its calendar and not cancelled. */
export interface SeasonPage {
  id: number;
  year: number;
  closed: boolean;
  /** As stored: the document's form. */
  rules: unknown;
  /** By day. */
  tournaments: (TournamentRow & { changes: unknown })[];
  /** How many of the season's meetings each angler attended. */
  meetings: { anglerId: number; attended: number }[];
  /** Awards that the officers gave, the last word on each last. */
  rulings: { title: string; anglerId: number }[];
  /** Members of this year who were none at a tournament of an earlier one; empty where no award asks. */
  rookies: number[];
}

/** A season, and where its totals start from earlier ones all of these too; newest first. */
export function findSeasonPages(work: Work, { year }: { year: number }): Promise<SeasonPage[]> {
  return askPrepared<SeasonPage>(work, pages(pageColumns), [year, year, year]);
}

/** A season with the top of its tables as it is written down. */
export interface SeasonPageKept extends SeasonPage {
  kept: { basis: string; races: KeptRace[] } | null;
  /** Public names of those in what is written down. */
  names: { id: number; name: string }[];
}

/** The same seasons, the first with the top of its tables. */
export function findSeasonPagesKept(work: Work, { year }: { year: number }): Promise<SeasonPageKept[]> {
  const kept = `${pageColumns},
    case when s.year = ? then (
      select json_build_object('basis', basis, 'races', races) from season_standing where season_id = s.id) end as kept,
    case when s.year = ? then coalesce((
      select json_agg(json_build_object('id', a.id, 'name', a.public_name)) from angler a where a.id = any(array(
        select jsonb_path_query(races, '$[*].rows[*].who[*]')::int from season_standing where season_id = s.id))
    ), '[]') else '[]' end as names`;
  return askPrepared<SeasonPageKept>(work, pages(kept), [year, year, year, year, year]);
}

const pages = (columns: string): string => `
  select ${columns}
  from season s
  where s.year = ?
     or s.year < ? and exists (select from season where year = ? and rules #> '{season,carry}' <> 'null')
  order by s.year desc`;

/** How ties were decided, and what penalties were for. */
export interface Reasons {
  rulings: { tournamentId: number; kind: string; decidedBy: string }[];
  penaltyReasons: { bagId: number; reason: string }[];
}

export async function loadReasons(work: Work, tournamentIds: readonly number[]): Promise<Reasons> {
  const ids = `{${tournamentIds.join(",")}}`;
  const [reasons] = await work.em.execute<Reasons[]>(
    `select
       coalesce((select json_agg(json_build_object(
                   'tournamentId', g.tournament_id, 'kind', g.kind, 'decidedBy', g.decided_by) order by g.id)
                 from ruling g
                 where g.tournament_id = any(?::int[]) and g.kind in ('coin', 'president') and g.voided_at is null
       ), '[]') as rulings,
       coalesce((select json_agg(json_build_object('bagId', b.id, 'reason', b.penalty_reason))
                 from entry n join bag b on b.entry_id = n.id
                 where n.tournament_id = any(?::int[]) and b.other_penalty > 0), '[]') as "penaltyReasons"`,
    [ids, ids],
  );
  return reasons!;
}
