import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { settings } from "#core/config.ts";
import { sabc } from "../../../support/sabc.ts";

const canary = "hunter2-canary";
const home = mkdtempSync(join(tmpdir(), "sabc-show-"));
writeFileSync(join(home, ".env"), `DATABASE_URL=postgresql://club:${canary}@db.example/club\nPORT=4000\n`);

describe("sabc config show", () => {
  test("lists every setting with its origin, secrets masked", async () => {
    const { code, stdout } = await sabc(["config", "show", "--json", "--home", home]);
    assert.equal(code, 0);
    const shown: { home: string; settings: { name: string; value: string; origin: string }[] } =
      JSON.parse(stdout);
    assert.equal(shown.home, home);
    assert.deepEqual(
      shown.settings.map(({ name }) => name),
      settings.map(({ name }) => name),
    );
    const byName = Object.fromEntries(
      shown.settings.map(({ name, value, origin }) => [name, `${value} (${origin})`]),
    );
    assert.equal(byName["DATABASE_URL"], "[secret] (club file)");
    assert.equal(byName["PORT"], "4000 (club file)");
    assert.equal(byName["LOG_LEVEL"], "info (default)");
  });

  for (const format of [[], ["--csv"], ["--json"]]) {
    test(`no secret comes out ${format[0] ?? "in tabs"}`, async () => {
      const said = await sabc(["config", "show", "--home", home, ...format]);
      assert.doesNotMatch(said.stdout + said.stderr, new RegExp(canary));
    });
  }

  test("a setting that cannot be used is named", async () => {
    const bad = mkdtempSync(join(tmpdir(), "sabc-show-"));
    writeFileSync(join(bad, ".env"), "PORT=soon\n");
    const { code, stderr } = await sabc(["config", "show", "--home", bad]);
    assert.equal(code, 4);
    assert.match(stderr, /PORT: must be a port number/);
  });
});
