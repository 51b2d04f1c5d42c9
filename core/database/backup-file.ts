import { chmod, link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { DateTime } from "luxon";
import { conflict, type DomainError, invalid, unavailable } from "../errors.ts";

const ours = /^sabc-\d{4}-\d{2}-\d{2}-\d{6}\.tar\.gz$/;
const unfinished = ".unfinished";

/** Where a backup is to stand, and whether the name was ours to give. */
export interface Target {
  path: string;
  named: boolean;
}

/**
 * Where a backup goes: the file that was named, a file of our own naming in the directory that was named, or in the
 * club's own `backups`, which nobody else may enter.
 */
export async function chooseTarget({
  home,
  file,
  now,
}: {
  home: string;
  file: string | null;
  now: DateTime;
}): Promise<Target> {
  if (file === null) {
    const directory = join(home, "backups");
    await mkdir(directory, { recursive: true, mode: 0o700 }).catch(refuse(directory));
    await chmod(directory, 0o700).catch(refuse(directory));
    return { path: await ownName(directory, now), named: false };
  }
  const path = resolve(file);
  if (await isDirectory(path)) return { path: await ownName(path, now), named: false };
  return { path, named: true };
}

/** Of several in a second each takes the next second's name. */
async function ownName(directory: string, now: DateTime): Promise<string> {
  const path = join(directory, `sabc-${now.toFormat("yyyy-MM-dd-HHmmss")}.tar.gz`);
  return (await exists(path)) ? ownName(directory, now.plus({ seconds: 1 })) : path;
}

/**
 * Lets something be written beside the place it shall stand, and puts it there whole or not at all; what stands there
 * already is never replaced. What an earlier run could not finish is taken away.
 */
export async function publish(target: Target, write: (path: string) => Promise<void>): Promise<void> {
  const { path, named } = target;
  if (await exists(path)) throw taken(path);
  await dropUnfinished(target).catch(refuse(path));
  const draft = `${path}${unfinished}`;
  try {
    await write(draft);
    await putInPlace(draft, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    return refuse(named ? path : dirname(path))(error);
  }
}

/** Takes away all backups of our own naming beside this one but the newest; their names. */
export async function prune({ path }: Target, keep: number): Promise<string[]> {
  const directory = dirname(path);
  const found = (await readdir(directory)).filter((name) => ours.test(name) && name !== basename(path));
  const old = found
    .toSorted()
    .toReversed()
    .slice(keep - 1);
  for (const name of old) await rm(join(directory, name));
  return old;
}

/** A hard link takes its name only where nobody has it; where a disk has none, a look must do. */
async function putInPlace(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST" || (await exists(path))) throw taken(path);
    await rename(draft, path);
    return;
  }
  await rm(draft);
}

async function dropUnfinished({ path, named }: Target): Promise<void> {
  const directory = dirname(path);
  const left = named
    ? [`${basename(path)}${unfinished}`]
    : (await readdir(directory)).filter(
        (name) => name.endsWith(unfinished) && ours.test(name.slice(0, -unfinished.length)),
      );
  for (const name of left) await rm(join(directory, name), { force: true });
}

/** The name itself must outlast a loss of power too. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  // Not every file system can.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

const taken = (path: string): DomainError =>
  conflict(
    "backup-exists",
    `There is a file ${path} already, and no backup replaces another. Choose another name.`,
  );

/** What the file system refuses, in a sentence; everything else as it is. */
const refuse =
  (place: string) =>
  (cause: unknown): never => {
    const code = codeOf(cause);
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw invalid(
        "backup-nowhere",
        `There is no directory ${dirname(place)}. Make it, or name another place.`,
      );
    }
    const why = reasons[code];
    if (why === undefined) throw cause;
    const sentence = `The backup cannot be written to ${place}: ${why}. Nothing was kept of it; older ones are as they were.`;
    throw unavailable("backup-not-written", sentence, cause);
  };

const reasons: Record<string, string> = {
  ENOSPC: "there is no room left",
  EDQUOT: "there is no room left for this user",
  EACCES: "it may not be written by this user",
  EPERM: "it may not be written by this user",
  EROFS: "the disk is read-only",
  EIO: "the disk is broken",
  EFBIG: "the file would be larger than the disk allows",
  ENAMETOOLONG: "the name is too long",
};

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const isDirectory = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
