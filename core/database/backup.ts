import { stat } from "node:fs/promises";
import type { Client } from "pg";
import { DateTime } from "luxon";
import { migrations } from "../../migrations/migrations.ts";
import { invalid, unavailable } from "../errors.ts";
import { type Entry, writeArchive } from "./archive.gateway.ts";
import {
  entryOf,
  type Manifest,
  manifestName,
  type TableManifest,
  writeManifest,
} from "./archive-manifest.ts";
import { chooseTarget, prune, publish } from "./backup-file.ts";
import { type CopiedTable, leftOut, listTables, readAuditHead, readSequences, stepsDone } from "./catalog.ts";
import { connectToCopy, copyOut, type Measured, measureTable } from "./copying.ts";
import type { Address } from "./connection.ts";

/** How far it is: from 0 to 1. */
export type Report = (fraction: number) => void;

export interface BackupWanted {
  /** A file that is not there yet, or a directory; null: the club's own `backups`. */
  file: string | null;
  /** How many of our naming to keep in that directory; null: all. */
  keep: number | null;
  report: Report;
}

export interface BackupMade {
  file: string;
  /** Of the file. */
  bytes: number;
  club: string | null;
  tables: number;
  rows: number;
  audit: Manifest["audit"];
  /** Names of older backups that were taken away. */
  pruned: string[];
  /** Tables in the database that are none of the club's. */
  foreign: string[];
}

export interface Source {
  address: Address;
  home: string;
  ours: ReadonlySet<string>;
  signal: AbortSignal;
}

/**
 * Copies the whole club into one file, as it stands at one instant, whatever is changed meanwhile. The tables are read
 * twice in the same snapshot: first for what the manifest says of them, which stands before them, then to be written.
 */
export async function makeBackup(
  { address, home, ours, signal }: Source,
  { file, keep, report }: BackupWanted,
): Promise<BackupMade> {
  const client = await connectToCopy(address);
  try {
    await client.query("begin isolation level repeatable read read only");
    const { now, club } = await ask(client);
    const target = await chooseTarget({ home, file, now });
    if (keep !== null && target.named) {
      throw invalid(
        "keep-needs-directory",
        "Older backups are deleted in a directory only. Name one, or leave the file out.",
      );
    }
    const schema = await stepsDone(client);
    if (schema.length === 0) {
      throw unavailable(
        "database-not-migrated",
        "The database holds no club yet. Run sabc database migrate.",
      );
    }
    const upToDate = schema.join() === migrations.map(({ name }) => name).join();
    const { tables, foreign } = await listTables(client, { ours: upToDate ? ours : null });
    let manifest: Manifest | undefined;
    await publish(target, async (path) => {
      manifest = await describe(client, { tables, schema, club, now, report, signal });
      const entries = entriesOf(client, { manifest, tables, report });
      await writeArchive(path, { entries, at: now.toJSDate(), signal });
    });
    const { size } = await stat(target.path);
    return {
      file: target.path,
      bytes: size,
      club,
      tables: tables.length,
      rows: manifest!.tables.reduce((sum, { rows }) => sum + rows, 0),
      audit: manifest!.audit,
      pruned: keep === null ? [] : await prune(target, keep),
      foreign,
    };
  } finally {
    await client.end();
  }
}

async function ask(client: Client): Promise<{ now: DateTime<true>; club: string | null }> {
  const { rows } = await client.query<{ now: Date; club: string | null; zone: string | null }>(
    "select club_now() as now, name as club, zone from (values (1)) one (row) left join club on true",
  );
  const [found] = rows;
  const zone = found?.zone ?? "America/Chicago";
  return { now: DateTime.fromJSDate(found!.now, { zone }) as DateTime<true>, club: found!.club };
}

interface Described {
  tables: CopiedTable[];
  schema: string[];
  club: string | null;
  now: DateTime<true>;
  report: Report;
  signal: AbortSignal;
}

/** The manifest; half of the way. */
async function describe(
  client: Client,
  { tables, schema, club, now, report, signal }: Described,
): Promise<Manifest> {
  const { rows } = await client.query<{ size: number; server: string }>(
    `select coalesce(sum(pg_relation_size(quote_ident(name)::regclass)), 0)::float8 as size,
       current_setting('server_version') as server from unnest($1::text[]) as name`,
    [tables.map(({ name }) => name)],
  );
  const { size, server } = rows[0]!;
  const measured: TableManifest[] = [];
  let bytes = 0;
  const seen = (more: number): void => {
    signal.throwIfAborted();
    bytes += more;
    report(Math.min(0.5, bytes / (size + 1) / 2));
  };
  for (const table of tables) {
    const { name, columns } = table;
    measured.push({ name, columns, ...(await measureTable(client, { table, seen })) });
  }
  return {
    club,
    at: now.toISO(),
    server,
    schema,
    tables: measured,
    sequences: await readSequences(client, { tables }),
    audit: await readAuditHead(client, { tables }),
    leftOut: [...leftOut],
  };
}

async function* entriesOf(
  client: Client,
  { manifest, tables, report }: { manifest: Manifest; tables: CopiedTable[]; report: Report },
): AsyncIterable<Entry> {
  const head = writeManifest(manifest);
  yield { name: manifestName, size: head.byteLength, content: chunksOf(head) };
  const total = manifest.tables.reduce((sum, { bytes }) => sum + bytes, 1);
  let done = 0;
  for (const [at, table] of tables.entries()) {
    const { name, bytes, sha256 } = manifest.tables[at]!;
    const seen = (more: number): void => report(0.5 + (done += more) / total / 2);
    const sameAsBefore = (again: Measured): void => {
      if (again.sha256 !== sha256) throw new Error(`${name} was not the same twice in one snapshot`);
    };
    yield { name: entryOf(name), size: bytes, content: counted(copyOut(client, table, sameAsBefore), seen) };
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  seen: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    seen(chunk.byteLength);
    yield chunk;
  }
}
