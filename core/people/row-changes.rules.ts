import { createHash } from "node:crypto";
import { type AnglerPlace, keyOf } from "./angler-places.rules.ts";

/** A row of a table under its columns' names, as the database writes it in JSON. */
export type Row = Record<string, unknown>;

/** A row that changed: null before where it was made, after where it was given up. */
export interface RowChange {
  table: string;
  before: Row | null;
  after: Row | null;
}

export const changed = (table: string, before: Row, after: Row): RowChange => ({ table, before, after });
export const givenUp = (table: string, before: Row): RowChange => ({ table, before, after: null });
export const made = (table: string, after: Row): RowChange => ({ table, before: null, after });

/** What takes changes back, the last one first. */
export const undone = (changes: readonly RowChange[]): RowChange[] =>
  changes.toReversed().map(({ table, before, after }) => ({ table, before: after, after: before }));

/** The columns that differ. */
export const differing = ({ before, after }: RowChange): string[] =>
  Object.keys(after ?? before ?? {}).filter(
    (column) => JSON.stringify(before?.[column]) !== JSON.stringify(after?.[column]),
  );

/** The rows of a place that go from one angler to the other, and those given up because the other has the same. */
export function rowsToMove(
  place: AnglerPlace,
  {
    keptId,
    goneId,
    kept,
    gone,
  }: { keptId: number; goneId: number; kept: readonly Row[]; gone: readonly Row[] },
): RowChange[] {
  const { table, oncePer } = place;
  const valuesOf = (row: Row) => JSON.stringify(oncePer?.map((column) => row[column]));
  const held = new Set(oncePer ? kept.map(valuesOf) : []);
  return gone.flatMap((row) => {
    if (held.has(valuesOf(row))) return [givenUp(table, row)];
    const moved = withAngler(place, row, { from: goneId, to: keptId });
    // A row that is known by its angler becomes another one.
    const known = keyOf(table).some((column) => place.columns.includes(column));
    return known ? [givenUp(table, row), made(table, moved)] : [changed(table, row, moved)];
  });
}

/** The row with one angler in the place of another wherever it names them. */
function withAngler(
  { columns, lists }: AnglerPlace,
  row: Row,
  { from, to }: { from: number; to: number },
): Row {
  const moved: Row = { ...row };
  for (const column of columns) if (row[column] === from) moved[column] = to;
  if (lists) moved[lists.column] = inLists(row[lists.column], { keys: lists.keys, from, to });
  return moved;
}

function inLists(
  value: unknown,
  { keys, from, to }: { keys: readonly string[]; from: number; to: number },
): unknown {
  const replace = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(replace);
    return one === from ? to : one;
  };
  if (keys.length === 0) return replace(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, keys.includes(key) ? replace(one) : one]),
  );
}

/** The same for the same changes; the ids of rows that are made differ each time. */
export const printOf = (changes: readonly RowChange[]): string =>
  createHash("sha256")
    .update(JSON.stringify(changes.filter(({ before }) => before !== null)))
    .digest("hex");
