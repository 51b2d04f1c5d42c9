import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { busy, unavailable } from "../errors.ts";

const patience = 30_000;

/**
 * Runs one thing at a time across all processes that share the file. The lock is the operating system's, taken
 * through SQLite, because it vanishes with the process that holds it however that process ends.
 */
export async function withClusterLock<T>(path: string, run: () => Promise<T>): Promise<T> {
  const file = openFile(path);
  try {
    await acquire(file);
    return await run();
  } finally {
    file.close();
  }
}

function openFile(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (cause) {
    throw unavailable("cluster-lock-unusable", `The club's lock file ${path} cannot be opened.`, cause);
  }
}

async function acquire(file: DatabaseSync): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      // Without a journal on disk a full disk does not stand in the way.
      file.exec("pragma journal_mode = memory; begin exclusive");
      return;
    } catch (error) {
      if (!(error instanceof Error) || !/locked|busy/.test(error.message)) throw error;
      if (Date.now() > deadline)
        throw busy("database-starting", "Another sabc is still starting the database. Try again.");
      await sleep(20);
    }
  }
}
