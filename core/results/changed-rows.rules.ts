import type { BagState, BoatState, CrewState, EntryState } from "./boat-state.rules.ts";

/** A row of one of the three tables, before and as it shall be; before is null where it is new. */
export interface ChangedRow {
  before: EntryState | CrewState | BagState | null;
  after: EntryState | CrewState | BagState;
}

/** The rows that have to be written, table by table in the order they refer to each other. */
export interface ChangedRows {
  entry: ChangedRow[];
  crew: ChangedRow[];
  bag: ChangedRow[];
}

interface Pair {
  before: BoatState | null;
  after: BoatState;
}

/** What is new in these boats, or other than it was. */
export function changedRows(boats: readonly Pair[]): ChangedRows {
  const rows: ChangedRows = { entry: [], crew: [], bag: [] };
  for (const { before, after } of boats) {
    rows.entry.push(...differing(before ? [before.entry] : [], [after.entry]));
    rows.crew.push(...differing(before?.crew ?? [], after.crew));
    rows.bag.push(...differing(before?.bags ?? [], after.bags));
  }
  return rows;
}

/** Whether anything of a boat is to be written. */
export const isChanged = (boat: Pair): boolean =>
  Object.values(changedRows([boat])).some((rows: ChangedRow[]) => rows.length > 0);

/** The same rows with the ids that the database gave for those below zero. */
export function withIds(rows: readonly ChangedRow[], given: ReadonlyMap<number, number>): ChangedRow[] {
  const real = (id: number) => given.get(id) ?? id;
  return rows.map(({ before, after }) => ({
    before,
    after: { ...after, id: real(after.id), ...("entry" in after ? { entry: real(after.entry) } : {}) },
  }));
}

function differing<Row extends EntryState | CrewState | BagState>(
  before: readonly Row[],
  after: readonly Row[],
): ChangedRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after
    .map((row) => ({ before: known.get(row.id) ?? null, after: row }))
    .filter((pair) => pair.before === null || !isSame(pair.before, pair.after));
}

const isSame = (before: object, after: object): boolean => {
  const known = new Map(Object.entries(before));
  return Object.entries(after).every(
    ([name, value]) => JSON.stringify(known.get(name)) === JSON.stringify(value),
  );
};
