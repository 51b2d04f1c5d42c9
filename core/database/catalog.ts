import type { Client } from "pg";
import type { AuditHead, SequenceValue } from "./archive-manifest.ts";
import { unmappedTables } from "./entities.ts";

/** Tables that no backup holds: whoever is signed in, signs in again, and nobody is let in by an old token or code. */
export const leftOut: readonly string[] = ["link_code", "poll_draft"];

/** A table as it is copied: all columns that are not worked out by the database, and the order of its rows. */
export interface CopiedTable {
  name: string;
  columns: string[];
  key: string[];
}

/**
 * The club's tables in alphabetical order, and those in the database that are none of the club's. Of a schema that is
 * not this program's nobody can tell here what belongs to it: all of it is taken.
 */
export async function listTables(
  client: Client,
  { ours }: { ours: ReadonlySet<string> | null },
): Promise<{ tables: CopiedTable[]; foreign: string[] }> {
  const { rows } = await client.query<CopiedTable>(tablesOfTheDatabase);
  const passed = new Set([...unmappedTables, ...leftOut]);
  const tables = rows.filter(({ name }) => !passed.has(name));
  if (ours === null) return { tables, foreign: [] };
  return {
    tables: tables.filter(({ name }) => ours.has(name)),
    foreign: tables.map(({ name }) => name).filter((name) => !ours.has(name)),
  };
}

/** The steps of the schema that were done, in their order; none in a database that never had one. */
export async function stepsDone(client: Client): Promise<string[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    "select to_regclass('migration') is not null as there",
  );
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string }>("select name from migration order by id");
  return rows.map(({ name }) => name);
}

/** What the sequences of these tables give next. Read after the snapshot was taken, they are never behind its rows. */
export async function readSequences(
  client: Client,
  { tables }: { tables: readonly CopiedTable[] },
): Promise<SequenceValue[]> {
  const { rows } = await client.query<{ name: string }>(sequencesOfTables, [tables.map(({ name }) => name)]);
  const values: SequenceValue[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<Omit<SequenceValue, "name">>(
      `select last_value::text as value, is_called as called from ${client.escapeIdentifier(name)}`,
    );
    values.push({ name, ...found[0]! });
  }
  return values;
}

/** The last audit record and the last seal's hash; null where there is none. */
export async function readAuditHead(
  client: Client,
  { tables }: { tables: readonly CopiedTable[] },
): Promise<AuditHead> {
  const has = (table: string): boolean => tables.some(({ name }) => name === table);
  const one = async (query: string): Promise<string | null> =>
    (await client.query<{ head: string | null }>(query)).rows[0]?.head ?? null;
  return {
    lastRecord: has("audit_record") ? await one("select max(id)::text as head from audit_record") : null,
    seal: has("audit_seal")
      ? await one("select hash as head from audit_seal order by last_record_id desc limit 1")
      : null,
  };
}

const tablesOfTheDatabase = `
  select relname as name,
    array(select attname::text from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select attname::text from pg_index i
      cross join unnest(i.indkey) with ordinality as part (attnum, position)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum
      where i.indrelid = c.oid and i.indisprimary order by part.position) as key
  from pg_class c
  where relkind = 'r' and relnamespace = current_schema()::regnamespace
  order by relname collate "C"`;

const sequencesOfTables = `
  select s.relname as name from pg_class s
  join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
    and d.deptype in ('a', 'i')
  join pg_class t on t.oid = d.refobjid
  where s.relkind = 'S' and t.relnamespace = current_schema()::regnamespace and t.relname = any ($1)
  order by s.relname collate "C"`;
