import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readReachedLines } from "./reached-lines.ts";

/** Lines that the tests must reach, in percent. */
const limits = { core: 95, everywhere: 85 };
const folders = ["core", "cli", "web", "bot"];

interface Tally {
  path: string;
  found: number;
  hit: number;
}

/** Runs all tests once, reads what each of their processes reached, and fails when that is too little. */
function main(): void {
  const directory = mkdtempSync(join(tmpdir(), "sabc-coverage-"));
  try {
    // Code from the compile cache counts its lines less exactly.
    const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1", NODE_V8_COVERAGE: directory };
    const { status } = spawnSync(testCommand(), { shell: true, stdio: "inherit", env });
    if (status !== 0) process.exit(status ?? 1);
    judge(readTallies(directory));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The same as `npm test`, said in dots. */
function testCommand(): string {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { test: string } };
  return scripts.test.replace("--test ", "--test --test-reporter=dot ");
}

const readTallies = (directory: string): Tally[] =>
  [...readReachedLines(directory, folders)].map(([path, lines]) => ({
    path,
    found: lines.size,
    hit: [...lines.values()].filter(Boolean).length,
  }));

function judge(tallies: Tally[]): void {
  const core = percentage(tallies.filter(({ path }) => path.startsWith("core/")));
  const everywhere = percentage(tallies);
  process.stdout.write(
    `\nLines reached by the tests: core ${core.toFixed(1)} % (at least ${limits.core}), ` +
      `everywhere ${everywhere.toFixed(1)} % (at least ${limits.everywhere})\n`,
  );
  const lowest = tallies.toSorted((a, b) => b.found - b.hit - (a.found - a.hit)).slice(0, 5);
  for (const { path, found, hit } of lowest)
    process.stdout.write(`  ${found - hit} lines not reached in ${path}\n`);
  if (core < limits.core || everywhere < limits.everywhere) process.exitCode = 1;
}

function percentage(tallies: Tally[]): number {
  const found = tallies.reduce((sum, tally) => sum + tally.found, 0);
  const hit = tallies.reduce((sum, tally) => sum + tally.hit, 0);
  return found === 0 ? 0 : (100 * hit) / found;
}

main();
