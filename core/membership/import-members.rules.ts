import type { Problem } from "../errors.ts";
import type { ClubDate } from "../time.ts";
import type { Status } from "./angler-status.entity.ts";
import type { Claiming } from "./member-claims.rules.ts";
import type { MemberSaid } from "./member-file.schemas.ts";

/** Someone new is what they are from the day they joined, else from today; who left, from today. */
export function asNew<Row extends MemberSaid>(
  row: Row,
  { status: usual, today }: { status: Status | undefined; today: ClubDate },
): Row {
  const status = row.status ?? (row.statuses ? undefined : usual);
  const joined = status === "former" ? null : row.joinedOn;
  return { ...row, status, from: status ? (row.from ?? joined ?? today) : undefined };
}

/** Rows of new people of whom nobody says what they are. */
export const findStatusless = (rows: readonly Claiming[]): Problem[] =>
  rows
    .filter(({ anglerId, plan }) => anglerId === null && plan.statuses.length === 0)
    .map(({ line }) => ({
      line,
      column: "status",
      reason: "Someone new needs a status here, or say --status for all who are new.",
    }));

/** Rows of a person of whom a row stands before. */
export function findSecondRows(rows: readonly Claiming[]): Problem[] {
  const first = new Map<number, Claiming>();
  return rows.flatMap((row) => {
    if (row.anglerId === null) return [];
    const before = first.get(row.anglerId);
    first.set(row.anglerId, before ?? row);
    if (before === undefined) return [];
    const reason = `Line ${before.line} is of the same person, angler ${row.anglerId}. Keep one row of each.`;
    return [{ line: row.line, column: "name", value: row.name, reason }];
  });
}
