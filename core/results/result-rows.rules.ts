import type { ContestantResult } from "./contestant-result.rules.ts";
import type { TournamentScore } from "./tournament-score.rules.ts";

/** A line of the derived copy, as it is stored. */
export interface ResultRow {
  tournamentId: number;
  ranking: "angler" | "boat";
  entryId: number;
  anglerId: number | null;
  outcome: ContestantResult["outcome"];
  member: boolean;
  place: number | null;
  tied: boolean;
  waiting: boolean;
  points: number | null;
  gross: number | null;
  net: number | null;
  fish: number | null;
  dead: number;
  bigBass: number | null;
  caught: boolean;
  limit: boolean;
  zero: boolean;
  win: boolean;
  payout: number;
}

/** What is written down of a tournament's score: both rankings, anglers first, each in its order. */
export function resultRows(tournamentId: number, { anglers, boats }: TournamentScore): ResultRow[] {
  return [...anglers, ...boats].map((one) => ({
    tournamentId,
    ranking: one.ranking,
    entryId: one.entryId,
    anglerId: one.anglerId,
    outcome: one.outcome,
    member: one.member,
    place: one.place,
    tied: one.tied,
    waiting: one.waiting,
    points: one.points,
    gross: one.gross,
    net: one.net,
    fish: one.fish,
    dead: one.dead,
    bigBass: one.bigBass,
    caught: one.caught,
    limit: one.limit,
    zero: one.zero,
    win: one.win,
    payout: one.payout,
  }));
}

/** What makes a line the same line before and after. */
export const resultKey = (
  row: Pick<ResultRow, "tournamentId" | "ranking" | "entryId" | "anglerId">,
): string => `${row.tournamentId} ${row.ranking} ${row.entryId} ${row.anglerId ?? "-"}`;

/** How many lines are missing, too many or different. */
export function countDifferences(stored: readonly ResultRow[], made: readonly ResultRow[]): number {
  const written = (row: ResultRow) => JSON.stringify(columnsOfRow.map((name) => row[name]));
  const before = new Map(stored.map((row) => [resultKey(row), written(row)]));
  const different = made.filter((row) => before.get(resultKey(row)) !== written(row)).length;
  const kept = new Set(made.map(resultKey));
  return different + stored.filter((row) => !kept.has(resultKey(row))).length;
}

const columnsOfRow = [
  "outcome",
  "member",
  "place",
  "tied",
  "waiting",
  "points",
  "gross",
  "net",
  "fish",
  "dead",
  "bigBass",
  "caught",
  "limit",
  "zero",
  "win",
  "payout",
] as const satisfies (keyof ResultRow)[];
