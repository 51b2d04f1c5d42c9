import type { Problem } from "../errors.ts";
import type { MatchedRow } from "./boat-rows.rules.ts";

/** The rows of one boat. */
export interface RowGroup {
  boatNumber: number | null;
  /** Those aboard, in the order the file names them. */
  anglerIds: number[];
  rows: MatchedRow[];
}

/**
 * Who was together: the same boat number, or one named as the other's partner; an angler's rows of several days. A row
 * without either is a boat of its own. More than two aboard, and two numbers of one boat, are problems.
 */
export function groupByBoat(rows: readonly MatchedRow[], problems: Problem[]): RowGroup[] {
  const groups = new Map<number | string, RowGroup>();
  for (const row of rows) {
    const keys = [row.anglerId, row.partnerId, row.boat === null ? null : `boat ${row.boat}`];
    const named = keys.filter((key) => key !== null);
    const together = new Set(named.map((key) => groups.get(key)).filter((group) => group !== undefined));
    const group: RowGroup = { boatNumber: null, anglerIds: [], rows: [] };
    for (const part of together) {
      group.rows.push(...part.rows);
      group.anglerIds.push(...part.anglerIds);
    }
    group.rows.push(row);
    for (const id of [row.anglerId, row.partnerId]) {
      if (id !== null && !group.anglerIds.includes(id)) group.anglerIds.push(id);
    }
    for (const key of new Set([
      ...named,
      ...[...groups].filter(([, of]) => together.has(of)).map(([key]) => key),
    ]))
      groups.set(key, group);
  }
  return [...new Set(groups.values())].map((group) => check(group, problems));
}

function check(group: RowGroup, problems: Problem[]): RowGroup {
  const [first] = group.rows;
  const numbers = [...new Set(group.rows.map(({ boat }) => boat).filter((boat) => boat !== null))];
  if (numbers.length > 1) {
    const last = group.rows.findLast(({ boat }) => boat === numbers.at(-1))!;
    const reason = `The same boat is ${numbers.join(" and ")}. One boat has one number all days; --ignore boat if they changed boats.`;
    problems.push({ line: last.line, column: "boat", value: String(last.boat), reason });
  }
  if (group.anglerIds.length > 2) {
    const names = [...new Set(group.rows.flatMap(({ angler, partner }) => [angler, partner ?? angler]))];
    const reason = `A boat has two aboard at most, and this one has ${names.join(", ")}.`;
    problems.push({ line: first!.line, reason });
  }
  return { ...group, boatNumber: numbers[0] ?? null };
}
