import type { ResultRow } from "../results/result-rows.rules.ts";
import type { AboardFacts } from "../tournaments/facts.rules.ts";
import type { Work } from "../work.ts";

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
  aboard: Aboard[];
}

export interface SeasonLines {
  lines: SeasonLine[];
  /** Public names of all aboard in these seasons, and of those the officers gave an award. */
  names: { id: number; name: string }[];
}

type Aboard = Pick<AboardFacts, "anglerId" | "wasMember" | "seat" | "standsInFor" | "outcome">;

/** The stored results of these tournaments in the ranking their season is about, and all names of their seasons: one query. */
export async function loadSeasonLines(
  work: Work,
  { tournamentIds, seasonIds }: { tournamentIds: readonly number[]; seasonIds: readonly number[] },
): Promise<SeasonLines> {
  const [page] = await work.em.execute<Told[]>(
    `with year as materialized (
       select id, rules ->> 'ranked' as ranked from season
     ), asked as materialized (
       select t.id, year.ranked from tournament t join year on year.id = t.season_id where t.id = any(?::int[])
     )
     select
       coalesce((select json_agg(json_build_array(
                   r.tournament_id, r.entry_id, r.angler_id, r.member, r.outcome, r.place, r.points, r.net, r.big_bass,
                   r.full_limit, r.win
                 ) order by r.id)
                 from asked join result r on r.tournament_id = asked.id and r.ranking = asked.ranked), '[]') as lines,
       coalesce((select json_agg(json_build_array(
                   c.entry_id, c.angler_id, c.was_member, c.seat, c.stands_in_for_id, c.outcome) order by c.angler_id)
                 from crew c where c.tournament_id = any(?::int[])), '[]') as aboard,
       coalesce((select json_agg(json_build_object('id', a.id, 'name', a.public_name)) from angler a
                 where a.id in (
                   select unnest(array[c.angler_id, c.stands_in_for_id]) from crew c
                   join tournament t on t.id = c.tournament_id where t.season_id = any(?::int[])
                   union select angler_id from ruling where season_id = any(?::int[]) and kind = 'award'
                 )), '[]') as names`,
    [tournamentIds, tournamentIds, seasonIds, seasonIds].map((ids) => `{${ids.join(",")}}`),
  );
  const { lines, aboard, names } = page!;
  const crews = Map.groupBy(aboard, ([entryId]) => entryId);
  return { lines: lines.map((line) => lineOf(line, crews)), names };
}

/** By position: of thousands of lines the names of their fields would be most of what is told. */
interface Told {
  lines: ToldLine[];
  aboard: ToldAboard[];
  names: SeasonLines["names"];
}

type ToldLine = [
  tournamentId: number,
  entryId: number,
  anglerId: number | null,
  member: boolean,
  outcome: SeasonLine["outcome"],
  place: number | null,
  points: number | null,
  net: number | null,
  bigBass: number | null,
  limit: boolean,
  win: boolean,
];

type ToldAboard = [
  entryId: number,
  anglerId: number,
  wasMember: boolean,
  seat: Aboard["seat"],
  standsInFor: number | null,
  outcome: Aboard["outcome"],
];

function lineOf(
  [tournamentId, entryId, anglerId, member, outcome, place, points, net, bigBass, limit, win]: ToldLine,
  crews: ReadonlyMap<number, ToldAboard[]>,
): SeasonLine {
  const crew = crews.get(entryId) ?? [];
  const aboard = anglerId === null ? crew : crew.filter(([, id]) => id === anglerId);
  return {
    tournamentId,
    anglerId,
    member,
    outcome,
    place,
    points,
    net,
    bigBass,
    limit,
    win,
    aboard: aboard.map(([, id, wasMember, seat, standsInFor, fate]) => ({
      anglerId: id,
      wasMember,
      seat,
      standsInFor,
      outcome: fate,
    })),
  };
}
