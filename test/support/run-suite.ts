import { existsSync, globSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { followTests } from "./follow-tests.ts";

followTests();
const { describe, test } = await import("node:test");

/**
 * Runs every test file of a folder, and of the folders below that have no suite of their own, in this process: most of
 * what a small test costs is a process that loads the club's code and runs it cold. What a file opens is open while it
 * runs, and no longer.
 */
export function runSuite(folder: string): void {
  const files = globSync("**/*.test.ts", { cwd: folder }).toSorted();
  for (const file of files.filter((name) => suiteOf(join(folder, name)) === folder)) {
    const load = async () => void (await import(pathToFileURL(join(folder, file)).href));
    // Within a test nothing is loaded before its turn; within a description nothing runs before all is loaded.
    test(file, () => describe("tests", load));
  }
}

function suiteOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, "suite.ts"))) folder = dirname(folder);
  return folder;
}
