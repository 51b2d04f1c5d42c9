import { startTestCluster } from "./cluster.ts";

let stop: () => Promise<void> = () => Promise.resolve();

/** Runs once before all test files: the database they clone. */
export async function globalSetup(): Promise<void> {
  const cluster = await startTestCluster();
  stop = cluster.stop;
  process.env["TEST_CLUSTER_URL"] = cluster.url;
}

export async function globalTeardown(): Promise<void> {
  await stop();
}
