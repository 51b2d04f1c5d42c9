import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { seededHome } from "../support/killed-backup.ts";
import { startSabc } from "../support/process.ts";

const disk = mkdtempSync(join(tmpdir(), "sabc-disk-"));

describe("a backup on a disk without room", { skip: cannotMount(disk) }, async () => {
  const { home } = await seededHome("small");
  const sabc = (words: string[]) => startSabc(["database", ...words], { home, typed: "" }).ended;
  after(() => execFileSync("umount", ["--lazy", disk]));

  test("says so, keeps the last one whole and leaves nothing half", async () => {
    const first = await sabc(["backup", disk]);
    assert.equal(first.code, 0, first.stderr);
    const [name] = readdirSync(disk);
    const bytes = readFileSync(join(disk, name!));
    writeFileSync(join(disk, "filler"), Buffer.alloc(1_000_000 - bytes.byteLength - 20_000));
    const { code, stdout, stderr } = await sabc(["backup", disk, "--keep", "1"]);
    assert.equal(code, 7, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, /^sabc: The backup cannot be written to [^\n]*: there is no room left\.[^\n]*\n$/);
    assert.deepEqual(readdirSync(disk).toSorted(), ["filler", name]);
    assert.deepEqual(readFileSync(join(disk, name!)), bytes);
    rmSync(join(disk, "filler"));
    assert.equal((await sabc(["backup", disk, "--keep", "1"])).code, 0);
    assert.equal(readdirSync(disk).length, 1);
  });
});

/** A little disk of its own in memory at this place, or why not. */
function cannotMount(place: string): string | false {
  after(() => rmSync(place, { recursive: true, force: true }));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1000k,mode=700", "tmpfs", place], { stdio: "ignore" });
  } catch {
    return "no small disk can be mounted here: that takes root on Linux";
  }
  return false;
}
