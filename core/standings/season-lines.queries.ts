import type { ResultRow } from "../results/result-rows.rules.ts";
import type { AboardFacts } from "../tournaments/facts.rules.ts";
import { askPrepared } from "../prepared.ts";
import type { Work } from "../work.ts";

/** What is stored of results, and who was aboard; by position: the names of their fields would be most of what is told. */
export interface ToldLines {
  results: ToldResult[];
  /** In order of the anglers' ids. */
  aboard: ToldAboard[];
}

/** The stored result of one angler, or with no angler of a boat. */
export type ToldResult = [
  tournamentId: number,
  entryId: number,
  anglerId: number | null,
  member: boolean,
  outcome: ResultRow["outcome"],
  place: number | null,
  points: number | null,
  net: number | null,
  bigBass: number | null,
  limit: boolean,
  win: boolean,
];

export type ToldAboard = [
  entryId: number,
  anglerId: number,
  wasMember: boolean,
  seat: AboardFacts["seat"],
  standsInFor: number | null,
  outcome: AboardFacts["outcome"],
];

export interface SeasonLines {
  lines: ToldLines;
  /** Public names of all aboard in these seasons, and of those the officers gave an award. */
  names: { id: number; name: string }[];
}

/** The stored results of these tournaments in the ranking their season is about, and all names of their seasons: one query. */
export async function loadSeasonLines(
  work: Work,
  { tournamentIds, seasonIds }: { tournamentIds: readonly number[]; seasonIds: readonly number[] },
): Promise<SeasonLines> {
  const [told] = await askPrepared<ToldLines & Pick<SeasonLines, "names">>(
    work,
    `with asked as materialized (
       select t.id, s.rules ->> 'ranked' as ranked from tournament t
       join season s on s.id = t.season_id where t.id = any(?::int[])
     ), crews as materialized (
       select c.* from crew c join tournament t on t.id = c.tournament_id where t.season_id = any(?::int[])
     )
     select
       coalesce((select json_agg(json_build_array(
                   r.tournament_id, r.entry_id, r.angler_id, r.member, r.outcome, r.place, r.points, r.net, r.big_bass,
                   r.full_limit, r.win
                 ) order by r.id)
                 from asked join result r on r.tournament_id = asked.id and r.ranking = asked.ranked), '[]') as results,
       coalesce((select json_agg(json_build_array(
                   c.entry_id, c.angler_id, c.was_member, c.seat, c.stands_in_for_id, c.outcome) order by c.angler_id)
                 from asked join crews c on c.tournament_id = asked.id), '[]') as aboard,
       coalesce((select json_agg(json_build_object('id', a.id, 'name', a.public_name)) from angler a
                 where a.id in (
                   select angler_id from crews
                   union select stands_in_for_id from crews
                   union select angler_id from ruling where season_id = any(?::int[]) and kind = 'award'
                 )), '[]') as names`,
    [tournamentIds, seasonIds, seasonIds].map((ids) => `{${ids.join(",")}}`),
  );
  const { results, aboard, names } = told!;
  return { lines: { results, aboard }, names };
}
