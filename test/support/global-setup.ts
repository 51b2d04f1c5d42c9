import { rmSync } from "node:fs";
import { chmod, mkdtemp, statfs } from "node:fs/promises";
import { join } from "node:path";
import { startTestCluster } from "./cluster.ts";

let stop: () => Promise<void> = () => Promise.resolve();

/** Runs once before all test files: the database they clone. */
export async function globalSetup(): Promise<void> {
  // What every file loads is stripped and compiled once, not once a file.
  process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "../../node_modules/.cache/tests");
  // A test's club says itself where it lives; whose shell this is has a club of their own, perhaps.
  for (const name of ["DATABASE_URL", "SABC_HOME", "NODE_DEBUG"]) delete process.env[name];
  await workInMemory();
  const cluster = await startTestCluster();
  stop = cluster.stop;
  process.env["TEST_CLUSTER_URL"] = cluster.url;
}

export async function globalTeardown(): Promise<void> {
  await stop();
}

const gigabyte = 2 ** 30;

/** Thousands of small files are made and thrown away; where there is room, no disk is asked to keep them. */
async function workInMemory(): Promise<void> {
  if (process.env["TMPDIR"] !== undefined || process.availableMemory() < 6 * gigabyte) return;
  const room = await statfs("/dev/shm").catch(() => null);
  if (room === null || room.bavail * room.bsize < 3 * gigabyte) return;
  const place = await mkdtemp("/dev/shm/sabc-tests-").catch(() => null);
  if (place === null) return;
  await chmod(place, 0o711);
  process.env["TMPDIR"] = place;
  process.once("exit", () => rmSync(place, { recursive: true, force: true }));
}
