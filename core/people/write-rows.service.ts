import { type Change, recordChanges } from "../audit/audit.service.ts";
import type { Work } from "../work.ts";
import { keyOf, placeOf } from "./angler-places.rules.ts";
import { nameColumns } from "./name-columns.rules.ts";
import { differing, type RowChange } from "./row-changes.rules.ts";

/** Writes rows as the changes say, in their order, with their audit records. Rows that follow others are left to them. */
export async function writeRows(work: Work, { changes }: { changes: readonly RowChange[] }): Promise<void> {
  for (const group of groupsOf(changes)) {
    const [{ table, before, after }] = group;
    if (after === null) await giveUp(work, { table, group });
    else if (before === null) await make(work, { table, group });
    else if (placeOf(table)?.moves !== "crew") await change(work, { table, group });
  }
  await recordChanges(work, changes.filter(({ table }) => !unrecorded.has(table)).map(describe));
}

// Mail on its way, and what would tell who votes.
const unrecorded = new Set(["notice", "ballot_request", "roll"]);

interface OfOneTable {
  table: string;
  group: readonly RowChange[];
}

async function giveUp(work: Work, { table, group }: OfOneTable): Promise<void> {
  await work.em.execute(
    `delete from "${table}" old_row using jsonb_populate_recordset(null::"${table}", ?::jsonb) gone where ${sameKey(table, "gone")}`,
    [JSON.stringify(group.map(({ before }) => before))],
  );
}

async function make(work: Work, { table, group }: OfOneTable): Promise<void> {
  await work.em.execute(
    `insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", ?::jsonb)`,
    [JSON.stringify(group.map(({ after }) => after))],
  );
}

/** Only what differs is written: the rest of a row may be changing at the same time. */
async function change(work: Work, { table, group }: OfOneTable): Promise<void> {
  const columns = [...new Set(group.flatMap(differing))];
  if (columns.length === 0) return;
  const values = columns.map((column) => `"${column}" = new_row."${column}"`).join(", ");
  await work.em.execute(
    `update "${table}" old_row set ${values}
     from jsonb_populate_recordset(null::"${table}", ?::jsonb) new_row where ${sameKey(table, "new_row")}`,
    [JSON.stringify(group.map(({ after }) => after))],
  );
}

const sameKey = (table: string, other: string): string =>
  keyOf(table)
    .map((column) => `old_row."${column}" = ${other}."${column}"`)
    .join(" and ");

/** Neighbours that do the same to the same table, so that hundreds of rows are one statement. */
function groupsOf(changes: readonly RowChange[]): [RowChange, ...RowChange[]][] {
  const groups: [RowChange, ...RowChange[]][] = [];
  const kindOf = ({ table, before, after }: RowChange) => `${table} ${before === null} ${after === null}`;
  for (const one of changes) {
    const last = groups.at(-1);
    if (last && kindOf(last[0]) === kindOf(one)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** As the audit log tells it: what differs, under the names it has elsewhere. */
function describe(one: RowChange): Change {
  const { table, before, after } = one;
  const id = String((after ?? before)?.["id"]);
  const columns = [...new Set(differing(one).flatMap((column) => [column, ...whoseName(table, column)]))];
  const part = (row: RowChange["before"]) =>
    row && Object.fromEntries(columns.map((column) => [fieldOf(column), row[column] ?? null]));
  const action = before === null ? "create" : after === null ? "delete" : "update";
  return { table, id, action, before: part(before), after: part(after) };
}

/** A name is told with whose it is, so that it can be erased. */
const whoseName = (table: string, column: string): string[] =>
  nameColumns.flatMap((one) => (one.table === table && one.column === column ? [one.whose] : []));

/** `stands_in_for_id` is `standsInFor`; what is an id and no more keeps its `Id`. */
function fieldOf(column: string): string {
  if (column === "from_day") return "from";
  const relation = /._angler_id$/.test(column) ? column : column.replace(/(?<=.)_id$/, "");
  return relation.replaceAll(/_[a-z]/g, (letter) => letter.slice(1).toUpperCase());
}
