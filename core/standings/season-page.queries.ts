import { columns, type TournamentRow } from "../tournaments/tournament-row.queries.ts";
import type { AboardFacts } from "../tournaments/facts.rules.ts";
import type { ResultRow } from "../results/result-rows.rules.ts";
import type { Work } from "../work.ts";

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

/** The stored result of one angler or boat, with those aboard whom it is about. */
export interface SeasonLine extends Pick<
  ResultRow,
  | "tournamentId"
  | "anglerId"
  | "member"
  | "outcome"
  | "place"
  | "points"
  | "net"
  | "bigBass"
  | "limit"
  | "win"
> {
  /** In order of id. */
  aboard: Pick<AboardFacts, "anglerId" | "wasMember" | "seat" | "standsInFor" | "outcome">[];
}

export interface SeasonLines {
  lines: SeasonLine[];
  /** Public names of all aboard in these seasons, and of those the officers gave an award. */
  names: { id: number; name: string }[];
}

/**
 * A season and those of so many years before it, and where totals start from earlier ones all of these too; newest
 * first.
 */
export function findSeasonPages(
  work: Work,
  { year, past }: { year: number; past: number },
): Promise<SeasonPage[]> {
  return work.em.execute<SeasonPage[]>(
    `select s.id, s.year, s.closed, s.rules,
            coalesce((
              select json_agg(planned) from (
                select ${columns}, t.changes from tournament t
                join event e on e.id = t.event_id
                left join lake l on l.id = t.lake_id
                left join ramp r on r.id = t.ramp_id
                where t.season_id = s.id and e.cancelled_on is null
                order by e.first_day, t.number
              ) planned
            ), '[]') as tournaments,
            coalesce((
              select json_agg(json_build_object('anglerId', angler_id, 'attended', attended))
              from (select angler_id, count(*) as attended from attendance where season_id = s.id group by angler_id) meeting
            ), '[]') as meetings,
            coalesce((
              select json_agg(json_build_object('title', g.outcome ->> 'title', 'anglerId', g.angler_id) order by g.id)
              from ruling g
              where g.season_id = s.id and g.kind = 'award' and g.angler_id is not null and g.voided_at is null
            ), '[]') as rulings,
            case when s.rules @@ '$.awards[*].rookies == true' then ${rookies} else '[]' end as rookies
     from season s
     where s.year between ? and ?
        or s.year < ? and exists (
          select from season where year between ? and ? and rules #> '{season,carry}' <> 'null')
     order by s.year desc`,
    [year - past, year, year, year - past, year],
  );
}

/** The stored results of these tournaments in the ranking their season is about, and all names of their seasons: one query. */
export async function loadSeasonLines(
  work: Work,
  { tournamentIds, seasonIds }: { tournamentIds: readonly number[]; seasonIds: readonly number[] },
): Promise<SeasonLines> {
  const [page] = await work.em.execute<SeasonLines[]>(
    `select
       coalesce((select json_agg(json_build_object(
                   'tournamentId', r.tournament_id, 'anglerId', r.angler_id, 'member', r.member, 'outcome', r.outcome,
                   'place', r.place, 'points', r.points, 'net', r.net, 'bigBass', r.big_bass, 'limit', r.full_limit,
                   'win', r.win,
                   'aboard', ${aboard}
                 ) order by r.id)
                 from result r
                 join tournament t on t.id = r.tournament_id
                 join season s on s.id = t.season_id
                 where r.tournament_id = any(?::int[]) and r.ranking = s.rules ->> 'ranked'), '[]') as lines,
       coalesce((select json_agg(json_build_object('id', a.id, 'name', a.public_name)) from angler a
                 where a.id in (
                   select unnest(array[c.angler_id, c.stands_in_for_id]) from crew c
                   join tournament t on t.id = c.tournament_id where t.season_id = any(?::int[])
                   union select angler_id from ruling where season_id = any(?::int[]) and kind = 'award'
                 )), '[]') as names`,
    [tournamentIds, seasonIds, seasonIds].map((ids) => `{${ids.join(",")}}`),
  );
  return page!;
}

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

/** By the line, so that the plan does not hang on how many lines are expected. */
const aboard = `(
  select json_agg(json_build_object(
           'anglerId', c.angler_id, 'wasMember', c.was_member, 'seat', c.seat, 'standsInFor', c.stands_in_for_id,
           'outcome', c.outcome
         ) order by c.angler_id)
  from crew c where c.entry_id = r.entry_id and (r.angler_id is null or r.angler_id = c.angler_id))`;

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
