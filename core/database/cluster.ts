import { createHash } from "node:crypto";
import { appendFile, chmod, lstat, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { invalid, unavailable } from "../errors.ts";
import {
  findPrograms,
  isOpenToOthers,
  isPostgres,
  isRoot,
  makeServerDirectory,
  runProgram,
  systemPlace,
} from "./postgres.gateway.ts";

/** A private PostgreSQL cluster on disk. */
export interface Cluster {
  /** Holds `data/`, `server.log` and the lock file. */
  place: string;
  data: string;
  socket: string;
  lockFile: string;
}

/** The longest path a Unix socket may have, less the name PostgreSQL gives it. */
const longestSocketDirectory = 107 - "/.s.PGSQL.5432".length;

/** Finds where the cluster of a home lives, making the directories on the way. */
export async function locateCluster(home: string): Promise<Cluster> {
  await makeDirectory(home, isRoot() ? 0o711 : 0o700).catch(refuseHome(home));
  const place = (await canHoldServer(home))
    ? join(home, "cluster")
    : join(systemPlace, "clusters", digest(home));
  await makeDirectory(place, 0o711).catch(refuseHome(home));
  if (isRoot()) await chmod(place, 0o711);
  return {
    place,
    data: join(place, "data"),
    socket: await socketDirectory(place),
    lockFile: join(place, "lock"),
  };
}

/** Whether the cluster of a home was made already; makes nothing. */
export async function clusterExists(home: string): Promise<boolean> {
  const places = [join(home, "cluster"), join(systemPlace, "clusters", digest(home))];
  const made = await Promise.all(places.map((place) => exists(join(place, "data", "PG_VERSION"))));
  return made.includes(true);
}

/** Makes the cluster if there is none. A half-made one is never left in its place. */
export async function createCluster(cluster: Cluster, settings: string[]): Promise<void> {
  if (await exists(join(cluster.data, "PG_VERSION"))) return;
  const { initdb } = await findPrograms();
  const draft = `${cluster.data}.new`;
  // What a killed command left may still be writing in it.
  await rm(draft, { recursive: true, force: true, maxRetries: 5 });
  await makeServerDirectory(draft);
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const args = ["--pgdata", ".", "--username=sabc", "--auth=trust", ...locale];
  await runProgram(initdb, { args, directory: draft }).catch((cause: unknown) => {
    const sentence = `The club's database could not be made in ${cluster.place}. See that there is room, and that it can be written.`;
    throw unavailable("database-not-made", sentence, cause);
  });
  await appendFile(join(draft, "postgresql.conf"), `${settings.join("\n")}\n`);
  await rename(draft, cluster.data);
}

/** Starts the server and waits until it takes connections. */
export async function startServer(cluster: Cluster): Promise<void> {
  const { pg_ctl } = await findPrograms();
  await makeServerDirectory(cluster.socket);
  await refuseForeignDirectory(cluster.socket);
  await dropStalePidFile(cluster.data);
  const options = `-c unix_socket_directories='${cluster.socket}' -c listen_addresses=''`;
  // Named from inside: pg_ctl hands its words to a shell, which no directory's name must reach.
  const where = ["--pgdata", ".", "--log", "server.log"];
  const args = ["start", "--wait", "--timeout=30", ...where, "--options", options];
  try {
    await runProgram(pg_ctl, { args, directory: cluster.data });
  } catch (cause) {
    const log = join(cluster.data, "server.log");
    throw unavailable("database-not-started", `The club's database did not start. See ${log}.`, cause);
  }
}

/**
 * Stops the server and waits until it is gone; unavailable where it does not end in time (milliseconds), for whoever
 * would copy its directory or take it away. The signal is ours, not one that pg_ctl sends a moment later: were we
 * killed in that moment, whoever came next would be let in by a server that is about to be told to stop.
 */
export async function stopServer(cluster: Cluster, { patience = 30_000 } = {}): Promise<void> {
  const server = await serverOf(cluster.data);
  if (server === null) return;
  tellToStop(server);
  const deadline = Date.now() + patience;
  while ((await serverOf(cluster.data)) === server) {
    if (Date.now() > deadline) throw stillRuns(cluster, server);
    await pause(10);
  }
}

function tellToStop(server: number): void {
  try {
    process.kill(server, "SIGINT");
  } catch (error) {
    // It ended meanwhile.
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

const stillRuns = ({ data }: Cluster, server: number) =>
  unavailable(
    "database-not-stopped",
    `The club's database was told to stop and still runs, as process ${server}. Nothing is lost; do not copy or remove ${data} before that process has ended. See ${join(data, "server.log")}.`,
  );

/**
 * Makes a directory and those above it. Not by mkdir's own way, which never ends where nothing can be made at all, as
 * under /proc.
 */
async function makeDirectory(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    if (await isDirectory(path)) return;
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    await makeDirectory(dirname(path), mode);
    await mkdir(path, { mode }).catch(async (failed: unknown) => {
      if (!(await isDirectory(path))) throw failed;
    });
  }
}

const refuseHome =
  (home: string) =>
  (cause: unknown): never => {
    const code = codeOf(cause);
    if (code === "EEXIST" || code === "ENOTDIR") {
      throw invalid(
        "home-no-directory",
        `The club's directory ${home} is a file, or lies in one. Name another.`,
      );
    }
    const why = code === "ENOSPC" ? "there is no room left" : "it cannot be written";
    throw unavailable("home-unusable", `The club's directory ${home} cannot be used: ${why}.`, cause);
  };

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : "");

const isDirectory = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Root's server runs as another user, who must be able to reach the data. */
async function canHoldServer(home: string): Promise<boolean> {
  if (!isRoot()) return true;
  return isOpenToOthers(home);
}

async function socketDirectory(place: string): Promise<string> {
  const near = join(place, "socket");
  const usable = Buffer.byteLength(near) <= longestSocketDirectory && /^[\w./-]+$/.test(near);
  return usable ? near : join(tmpdir(), `sabc-${digest(place)}`);
}

/** A directory in /tmp could have been put there by someone else to listen in. */
async function refuseForeignDirectory(path: string): Promise<void> {
  const found = await lstat(path);
  if (!found.isDirectory() || (found.mode & 0o077) !== 0) {
    throw unavailable(
      "database-socket-unsafe",
      `${path} is not a private directory. Remove it and try again.`,
    );
  }
}

/** After a crash the pid file may name a process that is something else by now. */
async function dropStalePidFile(data: string): Promise<void> {
  // One that names nobody yet may be written at this moment by a server that begins.
  if ((await readPid(data)) === 0) await pause(1_000);
  const stale = (await readPid(data)) !== null && (await serverOf(data)) === null;
  if (stale) await rm(pidFile(data), { force: true });
}

/** The process that serves the data, or null. */
async function serverOf(data: string): Promise<number | null> {
  const pid = await readPid(data);
  return pid !== null && pid > 0 && (await isPostgres(pid)) ? pid : null;
}

/** The process that the pid file names: 0 when it names none, null when there is no such file. */
async function readPid(data: string): Promise<number | null> {
  const text = await readFile(pidFile(data), "utf8").catch(() => null);
  return text === null ? null : Number.parseInt(text, 10) || 0;
}

const pidFile = (data: string): string => join(data, "postmaster.pid");

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
