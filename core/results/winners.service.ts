import type { Work } from "../work.ts";
import { findWinners, type WinnerRow } from "./winners.queries.ts";

/** Who won a tournament, under public names, and with what. */
export type Winner = Omit<WinnerRow, "tournament">;

/** Who won the official tournaments of a season, by the tournament's id; several where a win was shared. One query. */
export async function listWinners(
  work: Work,
  { season }: { season: number },
): Promise<Map<number, Winner[]>> {
  const rows = await findWinners(work, season);
  const byTournament = Map.groupBy(rows, ({ tournament }) => tournament);
  return new Map(
    [...byTournament].map(([id, own]) => [id, own.map(({ tournament: _, ...winner }) => winner)]),
  );
}
