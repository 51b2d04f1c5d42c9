import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { command as close } from "../../../../cli/commands/season/close.command.ts";
import { command as importSeason } from "../../../../cli/commands/season/import.command.ts";
import { command as list } from "../../../../cli/commands/season/list.command.ts";
import { command as rules } from "../../../../cli/commands/season/rules.command.ts";
import { command as show } from "../../../../cli/commands/season/show.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { exampleClub } from "../../../support/example-club.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

const folder = mkdtempSync(join(tmpdir(), "sabc-season-"));
const rulesFile = join(folder, "rules.json");
writeFileSync(rulesFile, '{"version":1}');

testInputs("sabc season", [
  ["list", list, [], {}],
  ["show the current one", show, [], {}],
  ["show a year", show, ["2025"], { season: 2025 }],
  ["close", close, ["2025"], { year: 2025 }],
  ["print rules", rules, ["2025"], { show: 2025 }],
  ["set a preset", rules, ["2026", "--set", "sabc-team"], { year: 2026, rules: "sabc-team" }],
  [
    "set a file",
    rules,
    ["2026", "--set", rulesFile, "--reason", "new bylaws"],
    { year: 2026, rules: { version: 1 }, reason: "new bylaws" },
  ],
  ["check a file", rules, ["--check", rulesFile], { check: { version: 1 } }],
]);

describe("sabc season: words that are refused", () => {
  const cases: [string, string[], string][] = [
    ["a year that is none", ["20x5"], "year-not-understood"],
    ["no year at all", [], "missing"],
    ["a file that is not there", ["2026", "--set", "./nowhere.json"], "file-not-found"],
  ];
  for (const [label, words, code] of cases) {
    test(label, async () => assert.rejects(inputOf(rules, words), { code }));
  }
});

const season = { year: 2025, rulesName: "Ours", ranked: "angler" as const, closed: false };
const numbers = { tournaments: 9, official: 8, cancelled: 1, current: true };
const held = {
  id: 7,
  season: 2025,
  number: 1,
  name: "January",
  firstDay: "2025-01-26",
  added: 2,
  changed: 0,
  same: 0,
  made: true,
};
const none = { lines: [], pots: [], stays: [] };

testOutputs("sabc season", [
  [
    "list",
    list.output([{ ...season, ...numbers }], {}),
    { stdout: "2025\tOurs\tangler\t9\t8\t1\tno\tyes\n", said: [] },
  ],
  [
    "close",
    close.output({ year: 2025, closed: true, pots: [], already: false }, { year: 2025 }),
    { stdout: "", said: ["Season 2025 is closed."] },
  ],
  [
    "close again",
    close.output({ year: 2025, closed: true, pots: [], already: true }, { year: 2025 }),
    { stdout: "", said: ["Nothing to do: season 2025 is closed already."] },
  ],
  [
    "close with pots of the season",
    close.output(
      {
        year: 2025,
        closed: true,
        already: false,
        pots: [
          { name: "Lunker", paid: [{ to: [{ id: 1, name: "Ann Lee" }], cents: 48_00 }], keptByClub: 0 },
          { name: "Side", paid: [], keptByClub: 12_50 },
        ],
      },
      { year: 2025 },
    ),
    {
      stdout: "",
      said: [
        "Lunker pays $48.00 to Ann Lee.",
        "Nobody won Side: the club keeps $12.50.",
        "Season 2025 is closed.",
      ],
    },
  ],
  [
    "rules set for the first time",
    rules.output(
      { set: { year: 2026, name: "Ours", created: true, fields: [], figures: none, warnings: ["Odd."] } },
      { show: 2026 },
    ),
    { stdout: "", said: ["Season 2026 has its rules: Ours.", "Is this meant? Odd."] },
  ],
  [
    "rules changed",
    rules.output(
      {
        set: {
          year: 2026,
          name: "Ours",
          created: false,
          fields: [{ path: "limit.fish", before: 5, after: 3 }],
          figures: none,
          warnings: [],
        },
      },
      { show: 2026 },
    ),
    { stdout: "limit.fish\t5\t3\n", said: ["The rules of 2026 are now: Ours."] },
  ],
  [
    "rules checked",
    rules.output({ checked: "Ours" }, { show: 2026 }),
    { stdout: "", said: ['The rules "Ours" are right.'] },
  ],
  [
    "import",
    importSeason.output(
      {
        year: 2025,
        tournaments: [held],
        guests: [{ id: 3, name: "Cal Cove" }],
        accepted: [],
        official: { official: [], waiting: [{ tournamentId: 7, obstacles: [{ kind: "rulings-needed" }] }] },
      },
      {} as never,
    ),
    {
      stdout: "7\t2025-01-26\tJanuary\t2\t0\t0\n",
      said: [
        "2025: 1 tournament; of boats and buy-ins 2 added, 0 changed.",
        "New guests: Cal Cove.",
        "January is not official: a ruling is missing (sabc results show 7).",
      ],
    },
  ],
]);

describe("sabc season rules on a club", async () => {
  const club = await exampleClub();

  test("what is printed sets the same rules again", async () => {
    const { stdout } = await club("season", "rules", "2025");
    const file = join(folder, "printed.json");
    writeFileSync(file, stdout);
    assert.equal((await club("season", "rules", "--check", file)).code, 0);
    const again = JSON.parse((await club("season", "rules", "2025", "--set", file, "--json")).stdout);
    assert.deepEqual(
      { created: again.created, fields: again.fields, lines: again.changes.lines },
      { created: false, fields: [], lines: [] },
    );
  });

  test("a dry run shows whose figures change", async () => {
    const { stdout } = await club("season", "rules", "2025", "--set", "sabc-team", "--dry-run", "--json");
    const { dryRun, fields, changes } = JSON.parse(stdout);
    assert.equal(dryRun, true);
    assert.ok(fields.some(({ path }: { path: string }) => path === "ranked"));
    assert.ok(changes.lines.length > 0);
    assert.match((await club("season", "list")).stdout, /individual format/);
  });

  test("a file that is no rules says what is wrong where", async () => {
    const { code, stderr } = await club("season", "rules", "--check", rulesFile);
    assert.equal(code, 4);
    assert.match(stderr, /^sabc: These rules cannot be used\.\n {2}name: /);
  });

  test("closing waits for what is open, asks first, and then the season stands", async () => {
    const early = await club("season", "close", "2025", "--yes");
    assert.deepEqual([early.code, early.stdout], [5, ""]);
    assert.match(early.stderr, /neither official nor cancelled: 2025-01-26\./);
    await club("ruling", "record", "coin", "2025-01", "Dee Dock", "Eve East", "--decided-by", "the coin");
    assert.equal((await club("tournament", "official", "2025-01")).code, 0);
    assert.equal((await club("season", "close", "2025")).code, 2);
    assert.equal((await club("season", "close", "2025", "--yes")).code, 0);
    assert.equal((await club("season", "close", "2025")).code, 0, "there is nothing left to ask about");
    assert.equal(
      (await club("season", "rules", "2025", "--set", "sabc-team", "--reason", "why not")).code,
      5,
    );
  });
});

describe("sabc season import on a club", async () => {
  const home = await clubHome();
  const file =
    "date,event,angler,fish,weight,member\n2025-01-26,January,Ann Ace,5,15.20,yes\n2025-02-23,February,Ann Ace,4,9.10,yes\n";
  const send = (...words: string[]) =>
    sabc(["season", "import", "2025", "-", "--create-guests", "--home", home, ...words], {
      typed: file.split("\n"),
    });

  test("asks for the season's rules first", async () => {
    const { code, stderr } = await send();
    assert.equal(code, 3);
    assert.match(stderr, /sabc season rules 2025 --set/);
  });

  test("makes the events, official where nothing stands against it; and again changes nothing", async () => {
    await sabc(["season", "rules", "2025", "--set", "sabc-individual", "--home", home]);
    const first = JSON.parse((await send("--official", "--json")).stdout);
    assert.equal(first.official.official.length, 2);
    const again = await send("--official");
    assert.match(again.stderr, /^Nothing to do: 2025 is as the file says\.\n/);
  });
});
