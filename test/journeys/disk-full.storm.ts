import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { addressOf, ask, startSabc } from "../support/process.ts";

const day = (at: number): string => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
const big = `date,event,angler,fish,weight,member\n${Array.from(
  { length: 9_000 },
  (_, at) => `${day(at % 60)},Event ${at % 60},Angler ${Math.floor(at / 60)},5,1${at % 10}.25,yes`,
).join("\n")}\n`;
const home = mkdtempSync(join(tmpdir(), "sabc-disk-"));

describe("a disk without room", { skip: cannotMount(home) }, () => {
  const club = (words: string[], typed = "") =>
    startSabc(words, { home, typed, env: { DATABASE_URL: undefined, PORT: "0", LOG_LEVEL: "silent" } });
  after(() => execFileSync("umount", ["--lazy", home]));
  const filler = join(home, "filler");
  const fill = (): void => {
    for (const size of [1_000_000, 4_096]) {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: "a" });
      } catch (error) {
        assert.match(String(error), /ENOSPC/);
      }
    }
  };

  test("refuses what it cannot save, loses nothing, and goes on when there is room again", async () => {
    chmodSync(home, 0o711);
    assert.equal((await club(["season", "rules", "2025", "--set", "sabc-individual"]).ended).code, 0);
    const site = club(["serve"]);
    const address = await addressOf(site);
    fill();
    const refused = await club(["season", "import", "2025", "-", "--create-guests"], big).ended;
    assert.equal(refused.code, 7, refused.stderr);
    assert.match(
      refused.stderr,
      /^sabc: The club's database (cannot save anything now|cannot be reached|did not start)[^\n]*\n$/,
    );
    rmSync(filler);
    for (let tries = 0; tries < 100 && (await ask(`${address}/readyz`)).status !== 200; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal((await ask(`${address}/standings`)).status, 200);
    assert.match((await club(["tournament", "list", "2025"]).ended).stdout, /^$/);
    const { code, stderr } = await club(
      ["season", "import", "2025", "-", "--create-guests"],
      big.slice(0, big.indexOf("\n", 20_000) + 1),
    ).ended;
    assert.equal(code, 0, stderr);
    site.child.kill("SIGTERM");
    assert.equal((await site.ended).code, 0);
  });

  test("a club that cannot be made there says why", async () => {
    rmSync(join(home, "cluster"), { recursive: true });
    fill();
    const { code, stderr } = await club(["season", "list"]).ended;
    assert.equal(code, 7, stderr);
    assert.match(stderr, /^sabc: The club's [^\n]*room[^\n]*\n$/);
    rmSync(filler);
    assert.equal((await club(["season", "list"]).ended).code, 0);
  });
});

/** A little disk of its own in memory at this place, or why not. */
function cannotMount(place: string): string | false {
  after(() => rmSync(place, { recursive: true, force: true }));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=110m,mode=711", "tmpfs", place], { stdio: "ignore" });
  } catch {
    return "no small disk can be mounted here: that takes root on Linux";
  }
  return false;
}
