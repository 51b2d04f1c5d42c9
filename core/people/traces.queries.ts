import type { Work } from "../work.ts";
import type { Row } from "./row-changes.rules.ts";

/** A place in the database where a text still stands. */
export interface Trace {
  table: string;
  id: string;
  column: string;
}

/** Every row of a table in which a column fits a pattern, whatever its case. */
export async function findRowsWith(
  work: Work,
  { table, column, pattern }: { table: string; column: string; pattern: string },
): Promise<Row[]> {
  const rows = await work.em.execute<{ row: Row }[]>(
    `select to_jsonb(t) as row from "${table}" t where t."${column}"::text ~* ? order by t.id`,
    [pattern],
  );
  return rows.map(({ row }) => row);
}

/** A value with the pattern in the place of which another text is put. */
export async function replaceIn(
  work: Work,
  { values, pattern, by }: { values: readonly unknown[]; pattern: string; by: string },
): Promise<unknown[]> {
  const rows = await work.em.execute<{ value: unknown }[]>(
    `select regexp_replace(value::text, ?, ?, 'gi')::jsonb as value
     from jsonb_array_elements(?::jsonb) with ordinality as one (value, place) order by place`,
    [pattern, by, JSON.stringify(values)],
  );
  return rows.map(({ value }) => value);
}

/** Where in any table a text of a pattern still stands, people and what the audit log keeps of them left out; a hundred at most. */
export async function findTraces(work: Work, { pattern }: { pattern: string }): Promise<Trace[]> {
  const columns = await work.em.execute<{ table: string; column: string; key: string | null }[]>(
    `select c.table_name as "table", c.column_name as "column",
       (select k.column_name from information_schema.columns k
        where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name in ('id', 'request', 'token')
        order by k.column_name limit 1) as key
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'character varying')
       and c.table_name not in ('angler', 'angler_alias', 'audit_personal', 'migration')
     order by 1, 2`,
  );
  const parts = columns.map(
    ({ table, column, key }) =>
      `select '${table}' as "table", ${key ? `"${key}"::text` : "''"} as id, '${column}' as "column" from "${table}" where "${column}"::text ~* ?`,
  );
  return work.em.execute<Trace[]>(
    `${parts.join(" union all ")} order by 1, 2, 3 limit 100`,
    parts.map(() => pattern),
  );
}

/** Which of these names someone else goes by too: what is written of them may be about the other. */
export async function findShared(
  work: Work,
  { names, ids }: { names: readonly string[]; ids: readonly number[] },
): Promise<Set<string>> {
  const rows = await work.em.execute<{ name: string }[]>(
    `select wanted.name from jsonb_array_elements_text(?::jsonb) as wanted (name)
     where exists (
       select from (select id, name from angler union all select id, public_name from angler union all select angler_id, name from angler_alias) known
       where lower(known.name) = lower(wanted.name) and known.id <> all(?::int[])
     )`,
    [JSON.stringify(names), `{${ids.join(",")}}`],
  );
  return new Set(rows.map(({ name }) => name));
}
