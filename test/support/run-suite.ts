import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

/**
 * Runs every test file of a folder, and of the folders below that have no suite of their own, in this process: most of
 * what a small test costs is a process that loads the club's code and runs it cold. What a file opens is open while it
 * runs, and no longer.
 */
export function runSuite(folder: string): void {
  const files = globSync("**/*.test.ts", { cwd: folder }).toSorted();
  for (const file of files.filter((name) => suiteOf(join(folder, name)) === folder)) {
    test(file, async () => void (await import(pathToFileURL(join(folder, file)).href)));
  }
}

function suiteOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, "suite.ts"))) folder = dirname(folder);
  return folder;
}
