import { join } from "node:path";
import { startTestCluster } from "./cluster.ts";

let stop: () => Promise<void> = () => Promise.resolve();

/** Runs once before all test files: the database they clone. */
export async function globalSetup(): Promise<void> {
  // What every file loads is stripped and compiled once, not once a file.
  process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "../../node_modules/.cache/tests");
  // A test's club says itself where it lives; whose shell this is has a club of their own, perhaps.
  for (const name of ["DATABASE_URL", "SABC_HOME", "NODE_DEBUG"]) delete process.env[name];
  const cluster = await startTestCluster();
  stop = cluster.stop;
  process.env["TEST_CLUSTER_URL"] = cluster.url;
}

export async function globalTeardown(): Promise<void> {
  await stop();
}
