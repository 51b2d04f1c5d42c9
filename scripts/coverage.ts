import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lines that the tests must reach, in percent. */
const limits = { core: 95, everywhere: 85 };

interface Tally {
  found: number;
  hit: number;
}

/** Runs all tests once, reads the lcov they leave, and fails when too few lines were reached. */
function main(): void {
  const directory = mkdtempSync(join(tmpdir(), "sabc-coverage-"));
  const report = join(directory, "lcov.info");
  try {
    // Code from the compile cache counts its lines less exactly.
    const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" };
    const { status } = spawnSync(process.execPath, testArguments(report), { stdio: "inherit", env });
    if (status !== 0) process.exit(status ?? 1);
    judge(readTallies(readFileSync(report, "utf8")));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const testArguments = (report: string): string[] => [
  "--test",
  "--test-concurrency=4",
  "--test-timeout=120000",
  "--test-global-setup=test/support/global-setup.ts",
  "--experimental-test-coverage",
  "--test-coverage-include=core/**",
  "--test-coverage-include=cli/**",
  "--test-coverage-include=web/**",
  "--test-coverage-include=bot/**",
  "--test-reporter=dot",
  "--test-reporter-destination=stdout",
  "--test-reporter=lcov",
  `--test-reporter-destination=${report}`,
  "test/**/*.test.ts",
];

function readTallies(lcov: string): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const record of lcov.split("end_of_record")) {
    const path = /^SF:(.*)$/m.exec(record)?.[1];
    if (path === undefined) continue;
    const count = (key: string): number => Number(new RegExp(`^${key}:(\\d+)$`, "m").exec(record)?.[1] ?? 0);
    tallies.set(path, { found: count("LF"), hit: count("LH") });
  }
  return tallies;
}

function judge(tallies: Map<string, Tally>): void {
  const core = percentage(
    [...tallies].filter(([path]) => path.startsWith("core/")).map(([, tally]) => tally),
  );
  const everywhere = percentage([...tallies.values()]);
  process.stdout.write(
    `\nLines reached by the tests: core ${core.toFixed(1)} % (at least ${limits.core}), ` +
      `everywhere ${everywhere.toFixed(1)} % (at least ${limits.everywhere})\n`,
  );
  const lowest = [...tallies]
    .map(([path, { found, hit }]) => ({ path, missed: found - hit }))
    .toSorted((a, b) => b.missed - a.missed)
    .slice(0, 5);
  for (const { path, missed } of lowest) process.stdout.write(`  ${missed} lines not reached in ${path}\n`);
  if (core < limits.core || everywhere < limits.everywhere) process.exitCode = 1;
}

function percentage(tallies: Tally[]): number {
  const found = tallies.reduce((sum, tally) => sum + tally.found, 0);
  const hit = tallies.reduce((sum, tally) => sum + tally.hit, 0);
  return found === 0 ? 0 : (100 * hit) / found;
}

main();
