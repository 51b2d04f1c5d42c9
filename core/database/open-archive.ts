import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { migrations } from "../../migrations/migrations.ts";
import { conflict, notFound } from "../errors.ts";
import { type Allowance, damaged, type Entry, readArchive } from "./archive.gateway.ts";
import {
  entryOf,
  type Manifest,
  manifestName,
  readManifest,
  type TableManifest,
} from "./archive-manifest.ts";
import type { Report } from "./backup.ts";

/** No manifest of ours comes near. */
const largestManifest = 4 * 2 ** 20;
/** What zlib makes of text of ours is a tenth; what unpacks to more than this many times its size is a trap. */
const greatestRatio = 200;
const smallEnough = 64 * 2 ** 20;

export interface Opening {
  file: string;
  signal: AbortSignal;
}

/** An archive with its manifest read. Its tables follow in the manifest's order; each is to be read to its end. */
export interface OpenArchive {
  manifest: Manifest;
  tables: AsyncIterable<{ table: TableManifest; chunks: AsyncIterable<Uint8Array> }>;
}

/** Lends an archive. What in it is not as its manifest says is refused where it is met. */
export async function withArchive<T>(
  { file, signal }: Opening,
  run: (archive: OpenArchive) => Promise<T>,
): Promise<T> {
  const path = resolve(file);
  const found = await stat(path).catch(() => null);
  if (found === null) {
    throw notFound("backup-not-found", `There is no file ${path}. Name a backup that sabc made.`);
  }
  const allowance: Allowance = { bytes: largestManifest };
  const entries = readArchive(path, { allowance, signal })[Symbol.asyncIterator]();
  try {
    const manifest = await manifestOf(entries);
    const stated = manifest.tables.reduce((sum, table) => sum + table.bytes + 1_024, largestManifest);
    if (stated > smallEnough && stated > found.size * greatestRatio) {
      throw damaged("its manifest speaks of far more than can be in it");
    }
    allowance.bytes = stated;
    return await run({ manifest, tables: tablesOf(entries, manifest) });
  } finally {
    await entries.return?.();
  }
}

/** Reads all of an archive, and lets it go; what it holds. */
export function checkArchive(opening: Opening, report: Report): Promise<Manifest> {
  return withArchive(opening, async ({ manifest, tables }) => {
    mustBeKnown(manifest);
    const total = bytesOf(manifest);
    let done = 0;
    for await (const { chunks } of tables) {
      for await (const chunk of chunks) report((done += chunk.byteLength) / total);
    }
    return manifest;
  });
}

/** Of all tables together; never 0. */
export const bytesOf = ({ tables }: Manifest): number => tables.reduce((sum, { bytes }) => sum + bytes, 1);

async function manifestOf(entries: AsyncIterator<Entry>): Promise<Manifest> {
  const { value: first, done } = await entries.next();
  if (done) throw damaged("it is empty");
  if (first.name !== manifestName) throw damaged(`${first.name} stands where ${manifestName} belongs`);
  if (first.size > largestManifest) throw damaged(`its ${manifestName} is far too long`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of first.content) chunks.push(chunk);
  return readManifest(Buffer.concat(chunks));
}

async function* tablesOf(entries: AsyncIterator<Entry>, manifest: Manifest): OpenArchive["tables"] {
  for (const table of manifest.tables) {
    const { value: entry, done } = await entries.next();
    if (done) throw damaged(`it ends before the table ${table.name}`);
    if (entry.name !== entryOf(table.name)) {
      throw damaged(`${entry.name} stands where ${entryOf(table.name)} belongs`);
    }
    if (entry.size !== table.bytes) {
      throw damaged(`the table ${table.name} is not as long as its manifest says`);
    }
    yield { table, chunks: unchanged(entry.content, table) };
  }
  const { value: more, done } = await entries.next();
  if (!done) throw damaged(`${more.name} in it is not named by its manifest`);
}

async function* unchanged(
  chunks: AsyncIterable<Uint8Array>,
  { name, sha256 }: TableManifest,
): AsyncIterable<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== sha256) throw damaged(`bytes of the table ${name} have changed`);
}

/** Only steps that this program knows, from the first on: else it is newer, or another program's. */
function mustBeKnown({ schema }: Manifest): void {
  const names = migrations.map(({ name }) => name);
  const stranger = schema.find((name, at) => name !== names[at]);
  if (stranger === undefined) return;
  throw conflict(
    "backup-too-new",
    `The backup was made by a newer sabc: this one does not know its schema's step ${stranger}. Update sabc, then try again.`,
  );
}
