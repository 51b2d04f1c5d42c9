import type { ClubDate } from "../time.ts";
import type { Status } from "./angler-status.entity.ts";

/** What an angler is from a day on, until the next row. */
export interface StatusRow {
  status: Status;
  from: ClubDate;
}

/** The row that holds on a day, or null before the first. The order of the rows means nothing. */
export function statusRowOn(history: readonly StatusRow[], day: ClubDate): StatusRow | null {
  return history
    .filter(({ from }) => from <= day)
    .reduce<StatusRow | null>(
      (latest, row) => (latest === null || row.from > latest.from ? row : latest),
      null,
    );
}

/** What an angler was on a day, or null before the first row. */
export const statusOn = (history: readonly StatusRow[], day: ClubDate): Status | null =>
  statusRowOn(history, day)?.status ?? null;

/** A member that day: status member on it, paid or not. */
export const isMemberOn = (history: readonly StatusRow[], day: ClubDate): boolean =>
  statusOn(history, day) === "member";
