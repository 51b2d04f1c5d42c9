import type { MikroORM } from "@mikro-orm/postgresql";
import type { Client } from "pg";
import { invalid } from "../errors.ts";
import { damaged } from "./archive.gateway.ts";
import type { Manifest } from "./archive-manifest.ts";
import type { Report } from "./backup.ts";
import { type CopiedTable, listTables, readAuditHead, readSequences } from "./catalog.ts";
import { connectToCopy, copyIn, measureTable } from "./copying.ts";
import type { Address } from "./connection.ts";
import { bytesOf, type OpenArchive } from "./open-archive.ts";

interface Loading {
  address: Address;
  orm: MikroORM;
  archive: OpenArchive;
  report: Report;
  signal: AbortSignal;
}

/**
 * Fills an empty database from an archive at the schema the archive has, and compares: every table's text in the
 * archive, and again as the database gives it back, every sequence, and every constraint, as they are told on the
 * way. The triggers rest meanwhile: they guard changes, and these rows were let in once.
 */
export async function loadArchive({ address, orm, archive, report, signal }: Loading): Promise<void> {
  const { manifest } = archive;
  await orm.migrator.up({ to: manifest.schema.at(-1)! });
  const client = await connectToCopy(address);
  const far: Report = (fraction) => {
    signal.throwIfAborted();
    report(fraction);
  };
  try {
    const { tables } = await listTables(client, { ours: null });
    mustBeSameTables(manifest, tables);
    await fill(client, { archive, tables, report: far });
    for (const { name, value, called } of await sequencesOf(client, { manifest, tables })) {
      await client.query("select setval($1::regclass, $2, $3)", [
        client.escapeIdentifier(name),
        value,
        called,
      ]);
    }
    await compare(client, { manifest, tables, report: far });
    await client.query("analyze");
  } catch (error) {
    throw broken(error);
  } finally {
    await client.end();
  }
}

function mustBeSameTables(manifest: Manifest, tables: readonly CopiedTable[]): void {
  const known = new Map(tables.map((table) => [table.name, table]));
  for (const { name, columns } of manifest.tables) {
    const table = known.get(name);
    if (table === undefined) throw damaged(`it holds a table ${name}, which its schema does not have`);
    if (columns.toSorted().join() !== table.columns.toSorted().join()) {
      throw damaged(`its table ${name} has other columns than its schema says`);
    }
    known.delete(name);
  }
  const [missing] = known.keys();
  if (missing !== undefined) throw damaged(`the table ${missing} is missing`);
}

async function fill(
  client: Client,
  { archive, tables, report }: Pick<Loading, "archive" | "report"> & { tables: CopiedTable[] },
): Promise<void> {
  const total = bytesOf(archive.manifest);
  let done = 0;
  await client.query("begin");
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(foreignKeys);
  const quoted = (name: string): string => client.escapeIdentifier(name);
  for (const { table, name } of keys) {
    await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  }
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`);
  for await (const { table, chunks } of archive.tables) {
    const rows = await copyIn(client, { table, chunks });
    if (rows !== table.rows) {
      throw damaged(`the table ${table.name} has ${rows} rows, and its manifest says ${table.rows}`);
    }
    report((done += table.bytes) / total / 2);
  }
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`);
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  }
  await client.query("commit");
}

/** The manifest's values of exactly the sequences that there are. */
async function sequencesOf(
  client: Client,
  { manifest, tables }: { manifest: Manifest; tables: CopiedTable[] },
): Promise<Manifest["sequences"]> {
  const there = (await readSequences(client, { tables })).map(({ name }) => name);
  const named = manifest.sequences.map(({ name }) => name);
  const different = [
    ...there.filter((name) => !named.includes(name)),
    ...named.filter((name) => !there.includes(name)),
  ];
  if (different.length > 0)
    throw damaged(`its manifest and its schema differ in the sequence ${different[0]}`);
  return manifest.sequences;
}

/** What the database gives back is what was put in, to the byte. */
async function compare(
  client: Client,
  { manifest, tables, report }: { manifest: Manifest; tables: CopiedTable[]; report: Report },
): Promise<void> {
  const total = bytesOf(manifest);
  let done = 0;
  const seen = (more: number): void => report(0.5 + (done += more) / total / 2);
  for (const { name, columns, rows, sha256 } of manifest.tables) {
    const table = { ...tables.find((one) => one.name === name)!, columns };
    const found = await measureTable(client, { table, seen });
    if (found.rows !== rows || found.sha256 !== sha256)
      throw damaged(`the table ${name} does not come back as it was`);
  }
  const sequences = await readSequences(client, { tables });
  const moved = manifest.sequences.find(({ name, value, called }) =>
    sequences.every((one) => one.name !== name || one.value !== value || one.called !== called),
  );
  if (moved !== undefined) throw damaged(`the sequence ${moved.name} does not come back as it was`);
  const { lastRecord, seal } = await readAuditHead(client, { tables });
  if (lastRecord !== manifest.audit.lastRecord || seal !== manifest.audit.seal) {
    throw damaged("its audit log does not end where its manifest says");
  }
}

/** What PostgreSQL refuses of a backup's rows, in a sentence. */
function broken(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  const constraint = "constraint" in error && typeof error.constraint === "string" ? error.constraint : null;
  const table = "table" in error && typeof error.table === "string" ? ` of the table ${error.table}` : "";
  if (error.code.startsWith("23")) {
    return invalid(
      "backup-breaks-rules",
      `The backup cannot be used: rows${table} break ${constraint ?? "a rule of the schema"}. Use another one.`,
    );
  }
  // Text that is no row, a value that is none of its type.
  return error.code.startsWith("22") ? damaged("rows in it cannot be read") : error;
}

const foreignKeys = `
  select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by conname`;
