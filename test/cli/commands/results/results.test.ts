import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as explain } from "../../../../cli/commands/results/explain.command.ts";
import { command as exportResults } from "../../../../cli/commands/results/export.command.ts";
import { command as importResults } from "../../../../cli/commands/results/import.command.ts";
import { command as show } from "../../../../cli/commands/results/show.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { exampleClub, exampleFile } from "../../../support/example-club.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc results", [
  ["show", show, ["last"], { tournament: "last" }],
  ["explain", explain, ["2025-03", "Ann Lee"], { tournament: "2025-03", angler: "Ann Lee" }],
  ["export", exportResults, ["last"], { tournament: "last" }],
  ["export --template", exportResults, ["--template"], { kind: "tournament" }],
  ["export --template --season", exportResults, ["--template", "--season"], { kind: "season" }],
]);

describe("sabc results import: arguments → input", () => {
  test("the file's bytes and every choice", async () => {
    const words = ["next", "-", "--create-guests", "--column", "angler=Name", "--column", "fish=Count"];
    const more = ["--ignore", "Town", "--where", "Year=2025", "--override", "it was so"];
    const { file, ...rest } = (await inputOf(importResults, [...words, ...more], { stdin: "angler\n" })) as {
      file: Uint8Array;
    };
    assert.equal(new TextDecoder().decode(file), "angler\n");
    assert.deepEqual(rest, {
      tournament: "next",
      createGuests: true,
      column: ["angler=Name", "fish=Count"],
      ignore: ["Town"],
      where: ["Year=2025"],
      override: "it was so",
    });
  });

  test("export without a tournament says what is missing", async () => {
    await assert.rejects(inputOf(exportResults, []), { code: "missing" });
  });
});

const imported = { id: 7, season: 2025, number: 1, name: "January", firstDay: "2025-01-26" };
const line = "7\t2025-01-26\tJanuary";

testOutputs("sabc results", [
  [
    "export",
    exportResults.output("angler\r\nAnn\r\n", { tournament: "last" }),
    { stdout: "angler\r\nAnn\r\n", said: [] },
  ],
  [
    "import",
    importResults.output(
      {
        tournament: { ...imported, added: 2, changed: 1, same: 3 },
        guests: [{ id: 9, name: "Cal Cove" }],
        accepted: [{ line: 4, column: "weight", reason: "It is heavy." }],
        unrecorded: [{ angler: { id: 3, name: "Dee Fox" }, since: "2026-11-23" }],
      },
      {} as never,
    ),
    {
      stdout: `${line}\t2\t1\t3\n`,
      said: [
        "January: 2 added, 1 changed, 3 as they were.",
        "New guests: Cal Cove.",
        "Accepted, line 4, weight: It is heavy.",
        "Members now, but guests there, since the club's record of them begins later: Dee Fox (2026-11-23). If they were members that day: sabc member edit NAME --status member --from DAY, and import the file again with yes in a column member.",
      ],
    },
  ],
  [
    "import of what is known",
    importResults.output(
      {
        tournament: { ...imported, added: 0, changed: 0, same: 6 },
        guests: [],
        accepted: [],
        unrecorded: [],
      },
      {} as never,
    ),
    { stdout: `${line}\t0\t0\t6\n`, said: ["Nothing to do: January is as the file says."] },
  ],
]);

describe("sabc results on a club", async () => {
  const club = await exampleClub();

  test("show as JSON has places, points and what waits for a ruling", async () => {
    const { code, stdout } = await club("results", "show", "2025-01", "--json");
    const shown = JSON.parse(stdout);
    assert.equal(code, 0);
    const rows = shown.anglers.map(
      (each: { place: number; angler: { name: string }; points: number; netLb: string }) => [
        each.place,
        each.angler.name,
        each.points,
        each.netLb,
      ],
    );
    assert.deepEqual(rows, [
      [1, "Ann Ace", 100, "15.20"],
      [2, "Bob Bay", 99, "12.40"],
      [3, "Cal Cove", 0, "11.90"],
      [4, "Dee Dock", null, "9.75"],
      [4, "Eve East", null, "9.75"],
      [6, "Fay Fork", 96, "9.75"],
      [7, "Gus Gulf", 94, "0.00"],
      [7, "Hal Hill", 94, "0.00"],
      [7, "Ivy Isle", 0, "0.00"],
      [10, "Jim Jetty", 92, null],
      [null, "Kay Key", 0, null],
    ]);
    assert.deepEqual(
      shown.rulingsNeeded.map(({ place }: { place: number }) => place),
      [4],
    );
    assert.equal(shown.bigBass.weightLb, "5.10");
    assert.deepEqual(Object.keys(shown.pot), [
      "name",
      "before",
      "added",
      "overLb",
      "paid",
      "winners",
      "after",
    ]);
  });

  test("the table fits 80 columns, and CSV is the leading ranking", async () => {
    const csv = (await club("results", "show", "2025-01", "--csv")).stdout.split("\n");
    assert.match(csv[0]!, /^place,tied,angler,member,boat,fish,/);
    assert.equal(csv.length, 13);
  });

  test("explain tells the rule behind each number", async () => {
    const { stdout } = await club("results", "explain", "2025-01", "Gus Gulf");
    assert.match(stdout, /^2025-01-26 January, angler Gus Gulf: place 7, tied\n[\s\S]*94/);
  });

  test("an export imports again and changes nothing", async () => {
    const { stdout: csv } = await club("results", "export", "2025-01");
    const home = (await club("status", "--json")).stdout;
    const again = await sabc(
      ["results", "import", "2025-01", "-", "--json", "--home", JSON.parse(home).home],
      {
        typed: csv.split("\n"),
      },
    );
    const { added, changed } = JSON.parse(again.stdout).tournament;
    assert.deepEqual({ added, changed }, { added: 0, changed: 0 });
  });

  test("the template names the columns", async () => {
    assert.match((await club("results", "export", "--template")).stdout, /^[a-z_,]+\n$/);
    assert.match((await club("results", "export", "--template", "--season")).stdout, /\bdate\b/);
  });
});

describe("a file with faults", async () => {
  const home = await clubHome();
  await sabc(["season", "rules", "2025", "--set", "sabc-individual", "--home", home]);
  await sabc(["tournament", "add", "January", "2025-01-26", "--home", home]);
  const send = (file: string, ...words: string[]) =>
    sabc(["results", "import", "2025-01", "-", "--home", home, ...words], { typed: file.split("\n") });

  test("every fault of every row is told with its line, and nothing is saved", async () => {
    const { code, stdout, stderr } = await send(
      "angler,fish,weight\nAnn Ace,five,1\nBob Bay,2,heavy\n",
      "--create-guests",
    );
    assert.deepEqual({ code, stdout }, { code: 4, stdout: "" });
    assert.match(stderr, /\n {2}line 2, fish: [\s\S]*\n {2}line 3, weight: /);
    assert.deepEqual(JSON.parse((await sabc(["member", "list", "--json", "--home", home])).stdout), {
      members: [],
    });
  });

  test("as JSON the problems are objects", async () => {
    const { stderr } = await send("angler,fish,weight\nAnn Ace,five,1\n", "--create-guests", "--json");
    const { error } = JSON.parse(stderr);
    assert.equal(error.kind, "invalid");
    assert.deepEqual(
      { line: error.details.problems[0].line, column: error.details.problems[0].column },
      { line: 2, column: "fish" },
    );
  });

  test("a dry run saves nothing; without it the same words do", async () => {
    const dry = await send(exampleFile, "--create-guests", "--dry-run");
    assert.equal(dry.code, 0, dry.stderr);
    assert.match(dry.stderr, /Dry run: nothing was changed\.\n$/);
    assert.equal(
      JSON.parse((await sabc(["results", "show", "2025-01", "--json", "--home", home])).stdout).anglers
        .length,
      0,
    );
    assert.equal((await send(exampleFile, "--create-guests", "--quiet")).stderr, "");
    assert.equal(
      JSON.parse((await sabc(["results", "show", "2025-01", "--json", "--home", home])).stdout).anglers
        .length,
      11,
    );
  });
});
