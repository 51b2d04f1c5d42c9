import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { withClusterLock } from "./cluster-lock.ts";
import { type Cluster, createCluster, locateCluster, startServer, stopServer } from "./cluster.ts";
import { type Address, connect } from "./connection.ts";

const presenceName = "sabc presence";
export const databaseName = "sabc";

const standing = [
  "listen_addresses = ''",
  "unix_socket_permissions = 0700",
  "max_connections = 100",
  "timezone = 'UTC'",
  "log_timezone = 'UTC'",
  "client_connection_check_interval = '500ms'",
];

/** Faster, and not safe in a crash: for databases that are thrown away. */
export const throwAway = [
  "fsync = off",
  "synchronous_commit = off",
  "full_page_writes = off",
  "autovacuum = off",
];

export interface Embedded {
  address: Address;
  place: string;
  /** Leaves the cluster, and stops it if nobody else is there. */
  leave: () => Promise<void>;
}

/**
 * Joins the private cluster of a home: the first to need it starts it, the last to leave stops it. Every process
 * shows that it is there by a connection, which the kernel closes when the process dies; so nothing has to be
 * counted in files, and a server that died is started again by whoever still needs it.
 */
export async function joinCluster(home: string, extraSettings: string[] = []): Promise<Embedded> {
  const cluster = await locateCluster(home);
  const settings = [...standing, ...extraSettings];
  const visit: Visit = { cluster, settings, presence: await enter(cluster, settings), leaving: false };
  void stay(visit);
  return {
    address: addressOf(cluster, databaseName),
    place: cluster.place,
    leave: async () => {
      visit.leaving = true;
      try {
        await withClusterLock(cluster.lockFile, () => leaveCluster(visit));
      } finally {
        // Whatever became of the directory: an open connection would keep this process from ending.
        await visit.presence.end().catch(() => undefined);
      }
    },
  };
}

interface Visit {
  cluster: Cluster;
  settings: string[];
  presence: Client;
  leaving: boolean;
}

/** Comes back whenever the server was lost. */
async function stay(visit: Visit): Promise<void> {
  for (;;) {
    await new Promise((resolve) => visit.presence.once("end", resolve));
    while (!visit.leaving && !(await returned(visit))) await sleep(500);
    if (visit.leaving) return;
  }
}

async function returned(visit: Visit): Promise<boolean> {
  try {
    visit.presence = await enter(visit.cluster, visit.settings);
    return true;
  } catch {
    return false;
  }
}

const addressOf = (cluster: Cluster, database: string): Address => ({
  host: cluster.socket,
  user: "sabc",
  database,
});

async function enter(cluster: Cluster, settings: string[]): Promise<Client> {
  return withClusterLock(cluster.lockFile, async () => {
    await createCluster(cluster, settings);
    const presence = await reachOrStart(cluster);
    await createDatabase(presence);
    return presence;
  });
}

/**
 * A start may meet a server that a killed command is still starting or stopping, or what is left of one that was
 * killed outright. Each of them passes, so it is tried again for a while.
 */
async function reachOrStart(cluster: Cluster): Promise<Client> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const presence = await reach(cluster);
    if (presence !== null) return presence;
    await startServer(cluster).catch(async (error: unknown) => {
      if (Date.now() > deadline) throw error;
      await sleep(250);
    });
  }
}

/** A connection to a server that runs, or null. One that is just starting or recovering is waited for. */
async function reach(cluster: Cluster): Promise<Client | null> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await connect(addressOf(cluster, "postgres"), presenceName);
    } catch (error) {
      const comingUp = error instanceof Error && "code" in error && error.code === "57P03";
      if (!comingUp || Date.now() > deadline) return null;
      await sleep(50);
    }
  }
}

async function createDatabase(presence: Client): Promise<void> {
  const { rowCount } = await presence.query("select from pg_database where datname = $1", [databaseName]);
  if (rowCount === 0) await presence.query(`create database "${databaseName}"`);
}

async function leaveCluster({ cluster, presence }: Visit): Promise<void> {
  const others = await presence
    .query(
      `select from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> 'sabc'`,
    )
    .then((answer) => answer.rowCount ?? 0)
    // A server that is gone needs no stopping.
    .catch(() => null);
  await presence.end().catch(() => undefined);
  if (others === 0) await stopServer(cluster);
}
