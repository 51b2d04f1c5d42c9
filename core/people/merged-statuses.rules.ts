import type { Status } from "../membership/angler-status.entity.ts";
import { statusRowOn, type StatusRow } from "../membership/status.rules.ts";
import { changed, givenUp, type Row, type RowChange } from "./row-changes.rules.ts";

/**
 * What a person was from day to day by two records. On each day the one that says more counts: a member over an
 * applicant over a guest, so that a twin made at the scales never unmakes the member; having left over what was
 * before it, and over a guest.
 */
export function mergedStatuses(one: readonly StatusRow[], other: readonly StatusRow[]): StatusRow[] {
  const days = [...new Set([...one, ...other].map(({ from }) => from))].toSorted();
  const merged: StatusRow[] = [];
  for (const from of days) {
    const status = weightier(statusRowOn(one, from), statusRowOn(other, from))!.status;
    if (merged.at(-1)?.status !== status) merged.push({ status, from });
  }
  return merged;
}

const weights: Record<Status, number> = { member: 3, applicant: 2, former: 1, guest: 0 };

function weightier(one: StatusRow | null, other: StatusRow | null): StatusRow | null {
  if (one === null || other === null) return one ?? other;
  const statuses = [one.status, other.status];
  if (statuses.includes("former") && !statuses.includes("guest") && one.from !== other.from) {
    return one.from > other.from ? one : other;
  }
  return weights[one.status] >= weights[other.status] ? one : other;
}

/** What becomes of the rows of both: those of the days that count go to the kept person, the others are given up. */
export function statusChanges(kept: readonly Row[], gone: readonly Row[], keptId: number): RowChange[] {
  const wanted = new Map(
    mergedStatuses(kept.map(readStatus), gone.map(readStatus)).map(({ from, status }) => [from, status]),
  );
  const dropped: RowChange[] = [];
  const moved: RowChange[] = [];
  for (const row of [...kept, ...gone]) {
    const { from } = readStatus(row);
    const status = wanted.get(from);
    wanted.delete(from);
    const after = { ...row, angler_id: keptId, status };
    if (status === undefined) dropped.push(givenUp("angler_status", row));
    else if (row["status"] !== status || row["angler_id"] !== keptId)
      moved.push(changed("angler_status", row, after));
  }
  return [...dropped, ...moved];
}

export const readStatus = (row: Row): StatusRow => ({
  status: row["status"] as Status,
  from: String(row["from_day"]),
});
