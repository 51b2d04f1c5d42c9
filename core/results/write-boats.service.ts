import { type Change, recordChanges } from "../audit/audit.service.ts";
import type { Work } from "../work.ts";
import type { BoatState } from "./boat-state.rules.ts";
import { type ChangedRow, changedRows, withIds } from "./changed-rows.rules.ts";

type Table = "entry" | "crew" | "bag";

/**
 * Keeps boats as they shall be, whatever their number in as many statements: what is new and what changed of each
 * table at once, every row with its audit record.
 */
export async function writeBoats(
  work: Work,
  { boats }: { boats: readonly { before: BoatState | null; after: BoatState }[] },
): Promise<void> {
  await work.em.flush();
  const rows = changedRows(boats);
  const given = new Map<number, number>();
  for (const table of ["entry", "crew", "bag"] as const) {
    const made = rows[table].filter(({ before }) => before === null).map(({ after }) => after.id);
    const ids = await takeIds(work, table, made.length);
    made.forEach((id, index) => given.set(id, ids[index]!));
  }
  for (const table of ["entry", "crew", "bag"] as const) {
    const stored = withIds(rows[table], given);
    await keep(
      work,
      insert[table],
      stored.filter(({ before }) => before === null),
    );
    await keep(
      work,
      update[table],
      stored.filter(({ before }) => before !== null),
    );
    await recordChanges(
      work,
      stored.map((row) => changeOf(table, row)),
    );
  }
}

async function takeIds(work: Work, table: Table, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await work.em.execute<{ id: number }[]>(
    "select nextval(pg_get_serial_sequence(?, 'id'))::int as id from generate_series(1, ?)",
    [table, count],
  );
  return rows.map(({ id }) => id);
}

async function keep(work: Work, statement: string, rows: readonly ChangedRow[]): Promise<void> {
  if (rows.length > 0) await work.em.execute(statement, [JSON.stringify(rows.map(({ after }) => after))]);
}

/** As the unit of work tells it: the whole of a new row, of a changed one what differs. */
function changeOf(table: Table, { before, after }: ChangedRow): Change {
  const id = String(after.id);
  if (before === null) return { table, id, action: "create", before: null, after };
  const was = new Map<string, unknown>(Object.entries(before));
  const differs = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(was.get(name)) !== JSON.stringify(value),
  );
  return {
    table,
    id,
    action: "update",
    before: Object.fromEntries(differs.map(([name]) => [name, was.get(name)])),
    after: Object.fromEntries(differs),
  };
}

/** Column by column: what it is called in a state, in its table, and its type. */
const columns: Record<Table, [name: string, column: string, type: string][]> = {
  entry: [
    ["id", "id", "int"],
    ["tournament", "tournament_id", "int"],
    ["boatNumber", "boat_number", "int"],
    ["kind", "kind", "text"],
    ["outcome", "outcome", "text"],
    ["grace", "grace", "bool"],
    ["reason", "reason", "text"],
    ["weighInOrder", "weigh_in_order", "int"],
    ["tieRank", "tie_rank", "int"],
    ["publishedPlace", "published_place", "numeric"],
    ["publishedPoints", "published_points", "int"],
  ],
  crew: [
    ["id", "id", "int"],
    ["entry", "entry_id", "int"],
    ["tournament", "tournament_id", "int"],
    ["angler", "angler_id", "int"],
    ["berth", "berth", "int"],
    ["wasMember", "was_member", "bool"],
    ["seat", "seat", "text"],
    ["standsInFor", "stands_in_for_id", "int"],
    ["outcome", "outcome", "text"],
    ["grace", "grace", "bool"],
    ["reason", "reason", "text"],
    ["tieRank", "tie_rank", "int"],
    ["publishedPlace", "published_place", "numeric"],
    ["publishedPoints", "published_points", "int"],
  ],
  bag: [
    ["id", "id", "int"],
    ["entry", "entry_id", "int"],
    ["angler", "angler_id", "int"],
    ["day", "day", "int"],
    ["fish", "fish", "int"],
    ["dead", "dead", "int"],
    ["short", "short", "int"],
    ["gross", "gross", "int"],
    ["netOnly", "net_only", "bool"],
    ["late", "late", "int"],
    ["otherPenalty", "other_penalty", "int"],
    ["penaltyReason", "penalty_reason", "text"],
    ["measured", "measured", "bool"],
    ["lengths", "lengths", "jsonb"],
    ["bigBass", "big_bass", "int"],
    ["caughtBy", "caught_by_id", "int"],
  ],
};

const rowsOf = (table: Table): string =>
  `jsonb_to_recordset(?::jsonb) as stated (${columns[table].map(([name, , type]) => `"${name}" ${type}`).join(", ")})`;

const inserting = (table: Table): string =>
  `insert into ${table} (${columns[table].map(([, column]) => column).join(", ")})
   select ${columns[table].map(([name]) => `"${name}"`).join(", ")} from ${rowsOf(table)}`;

const updating = (table: Table): string =>
  `update ${table} set ${columns[table]
    .slice(1)
    .map(([name, column]) => `${column} = stated."${name}"`)
    .join(", ")}
   from ${rowsOf(table)} where ${table}.id = stated.id`;

const insert: Record<Table, string> = {
  entry: inserting("entry"),
  crew: inserting("crew"),
  bag: inserting("bag"),
};
const update: Record<Table, string> = {
  entry: updating("entry"),
  crew: updating("crew"),
  bag: updating("bag"),
};
