import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack, type Pack } from "tar-stream";
import { DomainError, invalid, notFound, unavailable } from "../errors.ts";

/** One file of an archive, its size known before its bytes. */
export interface Entry {
  name: string;
  size: number;
  content: AsyncIterable<Uint8Array>;
}

/** Writes a `.tar.gz` that only its owner reads, and waits until the disk has it. There must be no file of that name. */
export async function writeArchive(
  path: string,
  { entries, at, signal }: { entries: AsyncIterable<Entry>; at: Date; signal: AbortSignal },
): Promise<void> {
  const tar = pack();
  const broken = new AbortController();
  const file = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  const [written, filled] = await Promise.allSettled([
    pipeline(Readable.from(tar), createGzip(), file, { signal }).catch((error: unknown) => {
      broken.abort(error);
      throw error;
    }),
    fill(tar, { entries, at, signal: broken.signal }).catch((error: unknown) => {
      tar.destroy(error as Error);
      throw error;
    }),
  ]);
  // Whichever broke first has broken the other.
  if (filled.status === "rejected" && !broken.signal.aborted) throw filled.reason;
  if (filled.status === "rejected" && filled.reason !== broken.signal.reason && !isAbort(filled.reason))
    throw filled.reason;
  if (written.status === "rejected") throw written.reason;
}

async function fill(
  tar: Pack,
  { entries, at, signal }: { entries: AsyncIterable<Entry>; at: Date; signal: AbortSignal },
): Promise<void> {
  for await (const { name, size, content } of entries) {
    const sink = tar.entry({ name, size, mode: 0o600, mtime: at });
    const done = once(sink, "finish", { signal });
    done.catch(() => undefined);
    for await (const chunk of content) {
      if (!sink.write(chunk)) await once(sink, "drain", { signal });
    }
    sink.end(null);
    await done;
  }
  tar.finalize();
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

/** How much may come out of an archive: raised once its manifest has said what stands in it. */
export interface Allowance {
  bytes: number;
}

/**
 * The files of an archive one after the other; each must be read to its end before the next. Nothing is ever written
 * to a disk by its name. Refuses what is no plain file, what is damaged, and what unpacks to more than allowed.
 */
export async function* readArchive(
  path: string,
  { allowance, signal }: { allowance: Allowance; signal: AbortSignal },
): AsyncIterable<Entry> {
  const tar = extract();
  const source = pipeline(createReadStream(path), createGunzip(), atMost(allowance), tar, { signal });
  // Its failure ends the loop below, which tells it.
  source.catch(() => undefined);
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      if (type !== "file") throw damaged(`${name} in it is no plain file but a ${type ?? "stranger"}`);
      yield { name, size, content: contentOf(entry, path) };
    }
    await source;
  } catch (error) {
    throw describe(error, path);
  }
}

async function* contentOf(entry: AsyncIterable<unknown>, path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of entry) yield chunk as Uint8Array;
  } catch (error) {
    throw describe(error, path);
  }
}

function atMost(allowance: Allowance): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.byteLength;
      if (seen > allowance.bytes) done(damaged("more comes out of it than its manifest says"));
      else done(null, chunk);
    },
  });
}

/** The backup is not what was written once. */
export const damaged = (why: string): DomainError =>
  invalid("backup-damaged", `The backup cannot be used: ${why}. Use another one.`, {
    problems: [{ reason: why }],
  });

function describe(error: unknown, path: string): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR")
    return notFound("backup-not-found", `There is no file ${path}. Name a backup that sabc made.`);
  if (code === "EISDIR") return invalid("backup-not-found", `${path} is a directory. Name a backup in it.`);
  if (code === "EACCES" || code === "EPERM")
    return unavailable("backup-unreadable", `The file ${path} may not be read by this user.`, error);
  if (code === "Z_BUF_ERROR" || /end of (file|data)/.test(error.message)) return damaged("it ends too early");
  if (code.startsWith("Z_")) return damaged("it is no .tar.gz, or bytes in it have changed");
  if (/tar header|Invalid header|header exceeds/i.test(error.message))
    return damaged("it is no archive of files, or bytes in it have changed");
  return error;
}
