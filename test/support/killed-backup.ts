import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseEnv } from "node:util";
import { operator } from "#core/actor.ts";
import { openApp } from "#core/app.ts";
import { seedClub } from "#core/demo/seed-club.service.ts";
import type { SeedName } from "#core/demo/seed-sizes.rules.ts";
import { contentsOf, databasesBeside, onServerOf } from "./backups.ts";
import { testConfig } from "./database.ts";
import { type End, startSabc, until } from "./process.ts";
import { clubHome, sabc } from "./sabc.ts";

/** A seeded club's directory and database. */
export async function seededHome(size: SeedName): Promise<{ home: string; url: string }> {
  const home = await clubHome();
  const url = parseEnv(readFileSync(join(home, ".env"), "utf8"))["DATABASE_URL"]!;
  const app = await openApp(testConfig(url));
  try {
    await seedClub(app, { actor: operator("tester"), size, report: () => undefined });
  } finally {
    await app.close();
  }
  return { home, url };
}

interface Club {
  home: string;
  url: string;
}

const copying = (url: string) => async (): Promise<boolean> => {
  const rows = await onServerOf(
    url,
    `select from pg_stat_activity where application_name = 'sabc copy' and datname like '${nameOf(url)}%'`,
  );
  return rows.length > 0;
};

/** What is not killed needs no process of its own; what it printed. */
async function done(home: string, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await sabc([...words, "--home", home]);
  assert.equal(code, 0, stderr);
  return stdout;
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** Runs a command to where it has begun to copy, kills it so many milliseconds later; how it ended. */
async function killed({ home, url }: Club, words: string[], after: number): Promise<End> {
  const running = startSabc(words, { home, typed: "" });
  const begun = copying(url);
  await until(async () => (await begun()) || running.child.exitCode !== null, { within: 30_000 });
  await pause(after);
  running.child.kill("SIGKILL");
  return running.ended;
}

/** How long a command takes from where it has begun to copy. */
async function lengthOf({ home, url }: Club, words: string[]): Promise<number> {
  const running = startSabc(words, { home, typed: "" });
  await until(copying(url), { within: 30_000 });
  const start = performance.now();
  assert.equal((await running.ended).code, 0, running.said());
  return performance.now() - start;
}

/** Kills backups at so many moments: what stands there is whole, and what does not is gone with the next run. */
export async function killedBackups(club: Club, { kills }: { kills: number }): Promise<void> {
  const { home } = club;
  const directory = join(home, "backups");
  const files = (): string[] => readdirSync(directory);
  const length = await lengthOf(club, ["database", "backup"]);
  const first = readFileSync(join(directory, files()[0]!));
  const before = await contentsOf(club.url);
  for (let kill = 0; kill < kills; kill += 1) {
    await killed(club, ["database", "backup"], (length * (kill + 0.5)) / kills);
    for (const name of files()) assert.match(name, /^sabc-[\d-]{17}\.tar\.gz(\.unfinished)?$/);
  }
  const last = await done(home, "database", "backup");
  assert.deepEqual(
    files().filter((name) => name.endsWith(".unfinished")),
    [],
  );
  assert.deepEqual(readFileSync(join(directory, files().toSorted()[0]!)), first);
  // Where a run came to its end before it was killed, its backup is as good as any.
  for (const name of new Set([files().toSorted().at(-2)!, basename(last.trim())]))
    await done(home, "database", "verify", join(directory, name));
  assert.deepEqual(await contentsOf(club.url), before);
}

/** Kills restores at so many moments: the club is wholly the old one or wholly the new one, and nothing else stays. */
export async function killedRestores(club: Club, { kills }: { kills: number }): Promise<void> {
  const { home, url } = club;
  const file = join(home, "before.tar.gz");
  await done(home, "database", "backup", file);
  const before = withoutRestoring(await contentsOf(url));
  await done(home, "lake", "add", "Lake Late");
  const later = await contentsOf(url);
  const words = ["database", "restore", file, "--confirm", "Mesquite Creek Bass Club"];
  const length = await lengthOf(club, ["database", "verify", file]);
  let replaced = false;
  for (let kill = 0; kill < kills; kill += 1) {
    await killed(club, words, (1.1 * length * (kill + 0.5)) / kills);
    const now = await contentsOf(url);
    replaced ||= now["lake"]!.length < later["lake"]!.length;
    assert.deepEqual(replaced ? withoutRestoring(now) : now, replaced ? before : later, `kill ${kill}`);
  }
  await done(home, ...words);
  assert.deepEqual(withoutRestoring(await contentsOf(url)), before);
  const beside = await databasesBeside(url);
  for (const name of beside) assert.match(name, /_before_\d{14}$/);
  for (const name of beside) await onServerOf(url, `drop database "${name}" with (force)`);
}

/** What a restore adds to the audit log itself. */
const withoutRestoring = (contents: Record<string, string[]>): Record<string, string[]> => ({
  ...contents,
  audit_record: contents["audit_record"]!.filter((line) => !line.includes("restoreBackup")),
  sequences: contents["sequences"]!.filter((line) => !line.startsWith("audit_record_id_seq")),
});
