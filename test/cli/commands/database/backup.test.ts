import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { command as backup } from "../../../../cli/commands/database/backup.command.ts";
import { command as drop } from "../../../../cli/commands/database/drop.command.ts";
import { command as restore } from "../../../../cli/commands/database/restore.command.ts";
import { command as seed } from "../../../../cli/commands/database/seed.command.ts";
import { command as verify } from "../../../../cli/commands/database/verify.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc database", [
  ["backup", backup, [], { file: null, keep: null }],
  ["backup to a place, the newest kept", backup, ["/mnt", "--keep", "14"], { file: "/mnt", keep: 14 }],
  ["verify", verify, ["x.tar.gz"], { file: "x.tar.gz" }],
  ["restore", restore, ["x.tar.gz"], { file: "x.tar.gz", confirm: null }],
  ["restore in a script", restore, ["x", "--confirm", "Club"], { file: "x", confirm: "Club" }],
  ["seed", seed, ["--size", "small"], { size: "small" }],
  ["drop", drop, [], { name: null, confirm: null }],
  ["drop one", drop, ["sabc_before_1", "--confirm", "x"], { name: "sabc_before_1", confirm: "x" }],
]);

const shown = {
  file: "/b/x.tar.gz",
  club: "Club",
  at: "2026-03-22T03:15:00.000-05:00",
  schema: "0002-two",
  tables: 30,
  rows: 4_711,
  audit: { lastRecord: "12", seal: "ab" },
};
const whole = { ...shown, migrated: [], auditFaults: 0 };
const made = { ...shown, bytes: 136_269, pruned: [], foreign: [] };

testOutputs("sabc database", [
  [
    "backup",
    backup.output(made, { file: null, keep: null }),
    { stdout: "/b/x.tar.gz\n", said: ["Club: 4711 rows of 30 tables, 136 kB."] },
  ],
  [
    "backup of a club without a name, beside other tables, with older ones deleted",
    backup.output({ ...made, club: null, pruned: ["a", "b"], foreign: ["notes"] }, { file: null, keep: 1 }),
    {
      stdout: "/b/x.tar.gz\n",
      said: [
        "The club: 4711 rows of 30 tables, 136 kB.",
        "Deleted 2 older ones.",
        "Not the club's, and left out: notes.",
      ],
    },
  ],
  [
    "verify",
    verify.output(whole, { file: "x" }),
    {
      stdout:
        "Club\tClub\nMade at\t2026-03-22 03:15\nRows\t4711\nTables\t30\nSchema\t0002-two\nAudit head\tab\n",
      said: ["The backup is whole: it was restored, compared and taken away again."],
    },
  ],
  [
    "verify of what was wrong before",
    verify.output({ ...whole, auditFaults: 2 }, { file: "x" }),
    {
      stdout:
        "Club\tClub\nMade at\t2026-03-22 03:15\nRows\t4711\nTables\t30\nSchema\t0002-two\nAudit head\tab\n",
      said: [
        "The backup is whole: it was restored, compared and taken away again.",
        "2 faults in its audit log, which were there when it was made. See sabc audit verify.",
      ],
      exitCode: 5,
    },
  ],
  [
    "restore",
    restore.output({ ...whole, migrated: ["0003-three"], kept: "old" }, { file: "x", confirm: null }),
    {
      stdout: "",
      said: [
        "Restored. Club as of 2026-03-22 03:15: 4711 rows of 30 tables.",
        "Its schema was brought up to this version: 0003-three.",
        "The database as it was is kept as old. When it is no longer needed: sabc database drop old",
      ],
    },
  ],
  [
    "seed",
    seed.output(
      { size: "small", today: "2026-11-23", people: 48, seasons: 3, tournaments: 36, bags: 354 },
      { size: "small" },
    ),
    {
      stdout: "",
      said: ["An invented club as of 2026-11-23: 48 anglers, 3 seasons, 36 tournaments, 354 bags."],
    },
  ],
  [
    "drop",
    drop.output({ kept: [], dropped: "old" }, { name: "old", confirm: null }),
    { stdout: "", said: ["Dropped old."] },
  ],
  [
    "drop with nothing to drop",
    drop.output({ kept: [], dropped: null }, { name: null, confirm: null }),
    { stdout: "", said: ["No restore has kept a database."] },
  ],
  [
    "drop without a name",
    drop.output({ kept: ["b", "a"], dropped: null }, { name: null, confirm: null }),
    { stdout: "b\na\n", said: ["2 databases kept by restores. Drop one by its name."] },
  ],
]);

describe("sabc database on a club that is put back", async () => {
  const home = await clubHome();
  const club = (words: string[], room?: Parameters<typeof sabc>[1]) => sabc([...words, "--home", home], room);
  const file = join(home, "club.tar.gz");
  await club(["init", "--no-input", "--name", "River Club"]);
  await club(["lake", "add", "Lake Travis"]);

  test("a backup goes into the club's own directory, which nobody else may enter", async () => {
    const { code, stdout } = await club(["database", "backup"]);
    assert.equal(code, 0);
    assert.match(stdout, /\/backups\/sabc-[\d-]{17}\.tar\.gz\n$/);
    assert.equal(statSync(join(home, "backups")).mode & 0o777, 0o700);
  });

  test("nothing is said under cron when all is well", async () => {
    assert.deepEqual(await club(["database", "backup", file, "--quiet"]), {
      code: 0,
      stdout: "",
      stderr: "",
    });
    assert.deepEqual(await club(["database", "verify", file, "--quiet"]), {
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  const refusals: [label: string, words: string[], code: number, said: RegExp][] = [
    ["a seed into a club of its own", ["seed", "--size", "small"], 5, /holds a club of its own/],
    ["a file that is there", ["backup", file], 5, /no backup replaces another/],
    [
      "older ones where there is no directory",
      ["backup", `${file}2`, "--keep", "2"],
      4,
      /in a directory only/,
    ],
    ["no number of backups", ["backup", "--keep", "0"], 4, /--keep "0" is not a number of backups/],
    ["a file that is not there", ["verify", `${file}3`], 3, /There is no file/],
    [
      "a restore that nobody agreed to",
      ["restore", file, "--yes"],
      2,
      /Say --confirm "River Club" to restore/,
    ],
    [
      "another club's name",
      ["restore", file, "--confirm", "Lake Club"],
      2,
      /would be replaced, which is "River Club"/,
    ],
    [
      "a database that no restore has kept",
      ["drop", "postgres", "--confirm", "postgres"],
      3,
      /No restore has kept/,
    ],
  ];
  for (const [label, words, code, said] of refusals) {
    test(`refuses ${label}`, async () => {
      const answer = await club(["database", ...words]);
      assert.equal(answer.code, code, answer.stderr);
      assert.match(answer.stderr, said);
      assert.doesNotMatch(answer.stderr, /^ +at /m);
      assert.equal(existsSync(`${file}2`), false);
    });
  }

  test("a rehearsed restore changes nothing; a restore asks for the club's name, and the old database can be dropped", async () => {
    await club(["lake", "add", "Lake Austin"]);
    const lakes = async () =>
      JSON.parse((await club(["lake", "list", "--json"])).stdout).lakes.length as number;
    assert.equal(await lakes(), 2);
    const rehearsed = JSON.parse((await club(["database", "restore", file, "--dry-run", "--json"])).stdout);
    assert.deepEqual([rehearsed.dryRun, rehearsed.club, rehearsed.kept], [true, "River Club", null]);
    assert.equal(await lakes(), 2);
    const wrong = await club(["database", "restore", file], {
      terminal: { width: 80 },
      typed: ["Lake Club\r"],
    });
    assert.equal(wrong.code, 2);
    assert.equal(await lakes(), 2);
    const right = await club(["database", "restore", file], {
      terminal: { width: 80 },
      typed: ["River Club\r"],
    });
    assert.equal(right.code, 0, right.stderr);
    assert.equal(await lakes(), 1);
    const [kept] = JSON.parse((await club(["database", "drop", "--json"])).stdout).kept as string[];
    assert.match(right.stderr, new RegExp(`kept as ${kept}`));
    assert.equal((await club(["database", "drop", kept!])).code, 2);
    assert.equal((await club(["database", "drop", kept!, "--confirm", kept!])).code, 0);
  });
});
