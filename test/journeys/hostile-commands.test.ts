import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { freshHome, serverOf, startSabc } from "../support/process.ts";
import { clubHome, sabc } from "../support/sabc.ts";

/** What no terminal should be sent: C0 and C1 controls but the line feed, and marks that turn the direction. */
const unprintable = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const evil = "\u001b[2J\u202egnat\u0007";
const long = "a".repeat(100_000);

describe("a hostile command line", async () => {
  const home = await clubHome();
  await sabc(["season", "rules", "2025", "--set", "sabc-individual", "--home", home]);
  await sabc(["tournament", "add", "January", "2025-01-26", "--home", home]);
  const before = (await sabc(["audit", "list", "--json", "--home", home])).stdout;

  const lines: [string, string[], number][] = [
    ["control characters as a command", [evil], 2],
    ["control characters as a verb", ["season", evil], 2],
    ["control characters as a flag", ["season", "list", `--${evil}`], 2],
    ["control characters as a flag's value", ["--as", evil, "season", "list"], 3],
    ["control characters as a year", ["season", "show", evil], 4],
    ["control characters as an angler", ["member", "show", evil], 3],
    ["control characters as a tournament", ["results", "show", evil], 4],
    ["control characters as a file", ["season", "import", "2025", evil], 3],
    ["control characters as a column", ["season", "import", "2025", "/dev/null", "--column", evil], 4],
    ["control characters as a name", ["member", "add", evil], 4],
    ["a very long word", [long], 2],
    ["a very long angler", ["member", "show", long], 3],
    ["a very long name", ["member", "add", long], 4],
    ["a very long year", ["season", "show", "9".repeat(100_000)], 4],
    ["a number beyond all numbers", ["results", "show", "9".repeat(30)], 4],
    ["a year before all years", ["season", "rules", "0000", "--set", "sabc-team"], 4],
    ["a day that is none", ["tournament", "add", "Never", "2025-02-30"], 4],
    ["a prototype's name as a command", ["__proto__"], 2],
    ["a prototype's name as a verb", ["season", "constructor"], 2],
    ["a way out of the folder as a verb", ["season", "../status"], 2],
    ["a way out of the folder as a group", ["../../core"], 2],
    ["an unknown flag", ["season", "list", "--drop-tables"], 2],
    ["SQL as an angler", ["member", "show", "'; drop table angler; --"], 3],
    ["two formats at once", ["season", "list", "--json", "--csv"], 2],
    ["nothing as a name", ["member", "add", ""], 4],
    ["blanks as a name", ["member", "add", " \t "], 4],
  ];
  for (const [label, words, code] of lines) {
    test(`${label} is refused with ${code}, in words that can be printed`, async () => {
      const said = await sabc([...words, "--no-input", "--home", home]);
      assert.equal(said.code, code, said.stderr.slice(0, 500));
      assert.equal(said.stdout, "");
      assert.match(said.stderr, words.includes("--json") ? /^\{"error":/ : /^sabc: \S/);
      assert.doesNotMatch(said.stderr, unprintable);
      assert.doesNotMatch(said.stderr, /\.ts:\d|at async|node_modules/);
      assert.ok(said.stderr.length < 2_000, `${said.stderr.length} characters`);
    });
  }

  test("and none of them changed anything", async () => {
    assert.equal((await sabc(["audit", "list", "--json", "--home", home])).stdout, before);
  });
});

describe("a file that is no results file", { concurrency: 2 }, async () => {
  const home = await clubHome();
  await sabc(["season", "rules", "2025", "--set", "sabc-individual", "--home", home]);
  const folder = freshHome();
  const big = join(folder, "big.csv");
  writeFileSync(big, "date,angler\n");
  truncateSync(big, 50_000_000);

  for (const [label, path, code, reason] of [
    ["a directory", folder, 4, /it is a directory/],
    ["not there", join(folder, "none.csv"), 3, /There is no file/],
    ["in a file", join(big, "none.csv"), 4, /cannot be read/],
    ["of 50 MB", big, 4, /over 10 MB/],
    ["without end", "/dev/zero", 4, /over 10 MB/],
    ["empty", "/dev/null", 4, /The file is empty/],
  ] as const) {
    test(`${label} is refused`, async () => {
      const { code: got, stderr } = await sabc(["season", "import", "2025", path, "--home", home]);
      assert.match(stderr, reason);
      assert.equal(got, code);
    });
  }

  test("stdin without end is refused, within bounds of memory", async () => {
    const running = startSabc(["season", "import", "2025", "-"], {
      home,
      env: { NODE_OPTIONS: "--max-old-space-size=200" },
    });
    const block = Buffer.alloc(65_536);
    const pour = (): void => {
      if (!running.child.stdin!.destroyed) running.child.stdin!.write(block, () => setImmediate(pour));
    };
    pour();
    const { code, stderr } = await running.ended;
    assert.equal(code, 4, stderr);
    assert.match(stderr, /over 10 MB/);
  });

  test("stdin that is closed is an empty file", async () => {
    const { code, stderr } = await startSabc(["season", "import", "2025", "-"], { home, typed: null }).ended;
    assert.equal(code, 4);
    assert.match(stderr, /The file is empty/);
  });
});

describe("a directory that can hold no club", { concurrency: 2 }, () => {
  const folder = freshHome();
  const file = join(folder, "file");
  writeFileSync(file, "");
  mkdirSync(join(folder, "odd", ".env"), { recursive: true });
  const root = process.getuid?.() === 0;

  for (const [label, home, code, skip] of [
    ["a file", file, 4, false],
    ["in a file", join(file, "club"), 4, false],
    ["where nothing can be made", "/proc/self/club", 7, process.platform !== "linux" && "no /proc here"],
    ["of somebody else", "/usr/sabc-club", 7, root && "root may write anywhere"],
    ["whose settings are a directory", join(folder, "odd"), 4, false],
    ["with a control character", `${folder}/a\u0007b`, 4, false],
  ] as const) {
    test(`${label} is refused`, { skip }, async () => {
      const end = await sabc(["season", "list", "--home", home]);
      assert.match(end.stderr, /^sabc: The club's (directory|file) /);
      assert.deepEqual([end.code, end.stdout], [code, ""], end.stderr);
      assert.doesNotMatch(end.stderr, unprintable);
    });
  }

  test("a name that is not UTF-8 is refused, and no other directory is made", async () => {
    const script = `exec "$0" cli/sabc.ts season list --home "$(printf '${folder}/x\\377')"`;
    const child = spawn("sh", ["-c", script, process.execPath], {
      env: { ...process.env, DATABASE_URL: "" },
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.once("close", resolve));
    assert.deepEqual(
      [code, stderr],
      [4, "sabc: The club's directory must have a name in UTF-8, without control characters.\n"],
    );
  });

  test("quotes, blanks and what a shell would run are a name like any other", async () => {
    const home = join(folder, `Bob's "club" $(touch ${folder}/run) & co`);
    const { code, stderr } = await sabc(["lake", "import", "--quiet", "--home", home]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.equal(serverOf(home), null);
    assert.equal(existsSync(join(folder, "run")), false);
  });
});
