import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { command } from "../../../cli/commands/doctor.command.ts";
import { clubHome, sabc } from "../../support/sabc.ts";

const home = await clubHome();

describe("sabc doctor", () => {
  test("finds nothing wrong with a club that is well", async () => {
    const { code, stdout } = await sabc(["doctor", "--home", home, "--json"]);
    const { ok, checks }: { ok: boolean; checks: { check: string; ok: boolean }[] } = JSON.parse(stdout);
    assert.deepEqual(
      { code, ok, checks: checks.map(({ check }) => check) },
      {
        code: 0,
        ok: true,
        checks: ["settings", "settings file", "database", "schema", "mail", "notices", "discord"],
      },
    );
  });

  test("is silent under cron when all is well", async () => {
    assert.deepEqual(await sabc(["doctor", "--home", home, "--quiet"]), { code: 0, stdout: "", stderr: "" });
  });

  const away = mkdtempSync(join(tmpdir(), "sabc-doctor-"));
  writeFileSync(join(away, ".env"), "DATABASE_URL=postgresql://nobody@127.0.0.1:9/sabc_test\n", {
    mode: 0o600,
  });

  test("says in one line that the database is away", async () => {
    const { code, stdout, stderr } = await sabc(["doctor", "--home", away, "--quiet"]);
    assert.deepEqual({ code, stdout }, { code: 7, stdout: "" });
    assert.match(stderr, /^sabc: Something is wrong\. database: [^\n]+\n$/);
  });

  test("tells how to mend a settings file that others can read", async () => {
    const open = await clubHome();
    chmodSync(join(open, ".env"), 0o644);
    const { code, stdout } = await sabc(["doctor", "--home", open]);
    assert.equal(code, 5);
    assert.ok(stdout.includes(`chmod 600 ${join(open, ".env")}`), stdout);
  });

  test("the first fault gives the exit code", () => {
    const fine = { check: "settings", ok: true, found: "Fine.", mend: null, exitCode: 0 };
    const broken = { check: "database", ok: false, found: "Away.", mend: "Start it.", exitCode: 7 };
    const { exitCode, complaint } = command.output([fine, broken, { ...broken, exitCode: 5 }], {});
    assert.equal(exitCode, 7);
    assert.equal(complaint, "Something is wrong. database: Away. database: Away.");
  });
});
