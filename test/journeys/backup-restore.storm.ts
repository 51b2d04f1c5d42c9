import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { operator } from "#core/actor.ts";
import { openApp } from "#core/app.ts";
import { contentsOf, databasesBeside } from "../support/backups.ts";
import { testConfig } from "../support/database.ts";
import { seededHome } from "../support/killed-backup.ts";

const actor = operator("tester");
const report = () => undefined;

describe("a club of 1,000 anglers, 500 tournaments and 20,000 bags", () => {
  test("restored is equal to what was backed up, and memory does not grow with it", async () => {
    const { home, url } = await seededHome("production");
    const app = await openApp(testConfig(url));
    try {
      const before = await contentsOf(url);
      const file = join(home, "club.tar.gz");
      const rss = process.memoryUsage.rss();
      const { rows } = await app.backups.make({ file, keep: null, report });
      assert.ok(rows > 100_000);
      const { kept } = await app.backups.restore({ file, report, actor });
      assert.ok(process.memoryUsage.rss() - rss < 150_000_000, "it holds more than it copies at once");
      const now = await contentsOf(url);
      for (const [name, lines] of Object.entries(before)) {
        const found = now[name]!.filter((line) => !line.includes("restoreBackup"));
        const same = name === "sequences" || found.every((line, at) => line === lines[at]);
        assert.ok(same && found.length === lines.length, `${name} is not as it was`);
      }
      await app.backups.dropKept(kept);
      assert.deepEqual(await databasesBeside(url), []);
    } finally {
      await app.close();
    }
  });
});
