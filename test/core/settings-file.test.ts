import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { loadConfig } from "#core/config.ts";
import { writeSettings } from "#core/settings-file.ts";
import { refused } from "../support/small-club.ts";

const freshHome = (): string => join(mkdtempSync(join(tmpdir(), "sabc-settings-")), "club");
const textOf = (home: string): string => readFileSync(join(home, ".env"), "utf8");
const modeOf = (home: string): number => statSync(join(home, ".env")).mode & 0o777;
const url = "postgresql://club:p%23ss@db.example:5432/club?sslmode=require";

function homeWith(text: string, mode = 0o600): string {
  const home = mkdtempSync(join(tmpdir(), "sabc-settings-"));
  writeFileSync(join(home, ".env"), text);
  chmodSync(join(home, ".env"), mode);
  return home;
}

describe("the club's settings file", () => {
  test("is made for its owner alone, and read back as it was meant", async () => {
    const home = freshHome();
    assert.deepEqual(await writeSettings(home, { DATABASE_URL: url, PORT: "8080" }), [
      "DATABASE_URL",
      "PORT",
    ]);
    assert.equal(modeOf(home), 0o600);
    const { databaseUrl, port, origins } = loadConfig({ home, env: {} });
    assert.deepEqual([databaseUrl?.reveal(), port, origins.PORT], [url, 8080, "club file"]);
    assert.deepEqual(readdirSync(home), [".env"]);
  });

  test("again it changes nothing", async () => {
    const home = homeWith("PORT=8080\n");
    assert.deepEqual(await writeSettings(home, { PORT: "8080" }), []);
    assert.equal(textOf(home), "PORT=8080\n");
  });

  const table: [
    label: string,
    before: string,
    changes: Parameters<typeof writeSettings>[1],
    after: string,
  ][] = [
    [
      "keeps what others wrote",
      "# ours\nOTHER=1\nPORT=1\nHOST=::\n",
      { PORT: "2" },
      "# ours\nOTHER=1\nPORT=2\nHOST=::\n",
    ],
    ["adds at the end, with or without a last line break", "HOST=::", { PORT: "2" }, "HOST=::\nPORT=2\n"],
    ["a default has no line", "PORT=8080\nHOST=::\n", { PORT: "3000" }, "HOST=::\n"],
    ["said twice, it is said once", "PORT=1\nHOST=::\nexport PORT=2\n", { PORT: "4" }, "PORT=4\nHOST=::\n"],
    ["a name within a name is another", "MY_PORT=1\n", { PORT: "2" }, "MY_PORT=1\nPORT=2\n"],
  ];
  for (const [label, before, changes, after] of table) {
    test(label, async () => {
      const home = homeWith(before);
      await writeSettings(home, changes);
      assert.equal(textOf(home), after);
    });
  }

  test("one that others may read is closed, whether or not something changes", async () => {
    const [changed, same] = [homeWith("PORT=1\n", 0o644), homeWith("PORT=1\n", 0o644)];
    await writeSettings(changed, { PORT: "2" });
    await writeSettings(same, { PORT: "1" });
    assert.deepEqual([modeOf(changed), modeOf(same)], [0o600, 0o600]);
  });

  test("what cannot be a setting is not written", async () => {
    const home = freshHome();
    assert.equal((await refused(writeSettings(home, { PORT: "seven" })))[1], "settings-invalid");
    const [, code, sentence] = await refused(writeSettings(home, { DATABASE_URL: "mysql://u:canary@h/d" }));
    assert.equal(code, "settings-invalid");
    assert.doesNotMatch(sentence, /canary/);
    assert.equal((await refused(writeSettings(home, { HOST: "a'b\"c d" })))[1], "setting-not-writable");
    assert.equal(existsSync(home), false);
  });

  test("where it cannot be written nothing is left behind", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "sabc-settings-")), "file");
    writeFileSync(file, "");
    assert.equal((await refused(writeSettings(file, { PORT: "1" })))[1], "settings-file-not-written");
  });
});
