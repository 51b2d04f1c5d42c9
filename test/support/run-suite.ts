import { AsyncResource } from "node:async_hooks";
import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe } from "node:test";
import { pathToFileURL } from "node:url";

/**
 * Runs every test file of a folder, and of the folders below that have no suite of their own, in this process: most of
 * what a small test costs is a process that loads the club's code and runs it cold.
 */
export function runSuite(folder: string): void {
  const files = globSync("**/*.test.ts", { cwd: folder }).toSorted();
  let loading = Promise.resolve();
  for (const file of files.filter((name) => suiteOf(join(folder, name)) === folder)) {
    const load = async () => void (await import(pathToFileURL(join(folder, file)).href));
    // Bound, so that the file's hooks are this block's: what it opens is closed when its own tests are done.
    describe(file, () => (loading = loading.then(AsyncResource.bind(load))));
  }
}

function suiteOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, "suite.ts"))) folder = dirname(folder);
  return folder;
}
