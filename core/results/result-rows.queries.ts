import type { Work } from "../work.ts";
import type { ResultRow } from "./result-rows.rules.ts";

/** The stored lines of these tournaments. */
export function findResultRows(work: Work, tournamentIds: readonly number[]): Promise<ResultRow[]> {
  return work.em.execute<ResultRow[]>(
    `select r.tournament_id as "tournamentId", r.ranking, r.entry_id as "entryId", r.angler_id as "anglerId",
            r.outcome, r.member, r.place::float8 as place, r.tied, r.waiting, r.points, r.gross, r.net, r.fish,
            r.dead, r.big_bass as "bigBass", r.caught, r.full_limit as "limit", r.zero, r.win, r.payout
     from result r where r.tournament_id = any(?::int[]) order by r.id`,
    [`{${tournamentIds.join(",")}}`],
  );
}

/**
 * Two officers may enter boats of one tournament at once: the one who comes second waits here, and then sees what the
 * first saved. Their boats do not wait for each other.
 */
export async function lockResults(work: Work, tournamentIds: readonly number[]): Promise<void> {
  await work.em.execute("select id from tournament where id = any(?::int[]) order by id for no key update", [
    `{${tournamentIds.join(",")}}`,
  ]);
}

/** Puts these lines in the place of all that was stored for the tournaments. */
export async function replaceResultRows(
  work: Work,
  { tournamentIds, rows }: { tournamentIds: readonly number[]; rows: readonly ResultRow[] },
): Promise<void> {
  if (tournamentIds.length === 0) return;
  await work.em.execute("delete from result where tournament_id = any(?::int[])", [
    `{${tournamentIds.join(",")}}`,
  ]);
  if (rows.length === 0) return;
  await work.em.execute(
    `insert into result (
       tournament_id, ranking, entry_id, angler_id, outcome, member, place, tied, waiting, points,
       gross, net, fish, dead, big_bass, caught, full_limit, zero, win, payout
     )
     select "tournamentId", ranking, "entryId", "anglerId", outcome, member, place, tied, waiting, points,
            gross, net, fish, dead, "bigBass", caught, "limit", zero, win, payout
     from rows from (jsonb_to_recordset(?::jsonb) as (
       "tournamentId" int, ranking text, "entryId" int, "anglerId" int, outcome text, member boolean,
       place numeric, tied boolean, waiting boolean, points int, gross int, net int, fish int, dead int,
       "bigBass" int, caught boolean, "limit" boolean, zero boolean, win boolean, payout int
     )) with ordinality as line (
       "tournamentId", ranking, "entryId", "anglerId", outcome, member, place, tied, waiting, points,
       gross, net, fish, dead, "bigBass", caught, "limit", zero, win, payout, position
     )
     order by position`,
    [JSON.stringify(rows)],
  );
}

/** Lets go of an entry's lines, so that it can be deleted; the tournament's are then worked out again. */
export async function forgetResultLines(work: Work, { entryId }: { entryId: number }): Promise<void> {
  await work.em.execute("delete from result where entry_id = ?", [entryId]);
}

/** Every tournament that has entries, or lines left from when it had. */
export function findTournamentsWithResults(work: Work): Promise<{ id: number; seasonId: number }[]> {
  return work.em.execute<{ id: number; seasonId: number }[]>(
    `select id, season_id as "seasonId" from tournament t
     where exists (select from entry where tournament_id = t.id) or exists (select from result where tournament_id = t.id)
     order by id`,
  );
}
