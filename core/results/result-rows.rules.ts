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

/** The tournaments of which a line is missing, too many, different or in another order. */
export function tournamentsThatDiffer(stored: readonly ResultRow[], made: readonly ResultRow[]): Set<number> {
  const written = (rows: readonly ResultRow[]) =>
    new Map(
      [...Map.groupBy(rows, ({ tournamentId }) => tournamentId)].map(([id, lines]) => [
        id,
        lines.map((row) => `${resultKey(row)} ${writtenRow(row)}`).join("\n"),
      ]),
    );
  const [before, after] = [written(stored), written(made)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  return new Set([...ids].filter((id) => before.get(id) !== after.get(id)));
}

/** How many lines are missing, too many or different. */
export function countDifferences(stored: readonly ResultRow[], made: readonly ResultRow[]): number {
  const before = new Map(stored.map((row) => [resultKey(row), writtenRow(row)]));
  const different = made.filter((row) => before.get(resultKey(row)) !== writtenRow(row)).length;
  const kept = new Set(made.map(resultKey));
  return different + stored.filter((row) => !kept.has(resultKey(row))).length;
}

const writtenRow = (row: ResultRow): string => JSON.stringify(columnsOfRow.map((name) => row[name]));

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
