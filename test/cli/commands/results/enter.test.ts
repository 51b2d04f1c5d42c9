import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as correct } from "../../../../cli/commands/results/correct.command.ts";
import { command as remove } from "../../../../cli/commands/results/delete.command.ts";
import { command as enter } from "../../../../cli/commands/results/enter.command.ts";
import { inputOf, testInputs } from "../../../support/command-steps.ts";
import { lineClub, run } from "../../../support/weigh-in-line.ts";
import { sabc } from "../../../support/sabc.ts";

const seven = ["2026-03", "--boat", "7", "--angler", "Ann Lee", "--partner", "Bob Cruz"];

testInputs("sabc results", [
  [
    "enter: a boat with its common bag",
    enter,
    [
      ...seven,
      "--fish",
      "5",
      "--dead",
      "1",
      "--weight",
      "15-4",
      "--big-bass",
      "5.10",
      "--caught-by",
      "partner",
    ],
    {
      boat: {
        tournament: "2026-03",
        kind: "boat",
        boat: 7,
        crew: ["Ann Lee", "Bob Cruz"],
        outcome: "fished",
        bags: [
          {
            fish: 5,
            dead: 1,
            short: undefined,
            late: undefined,
            gross: 152_500,
            bigBass: 51_000,
            caughtBy: 2,
          },
        ],
      },
    },
  ],
  [
    "enter: a buy-in",
    enter,
    ["last", "--angler", "Ann Lee", "--status", "buy-in"],
    { boat: { tournament: "last", kind: "buy-in", crew: ["Ann Lee"], outcome: "fished", bags: [] } },
  ],
  [
    "correct: of an angler",
    correct,
    ["last", "Ann Lee", "--fish", "4", "--big-bass", "0", "--reason", "miscounted"],
    { tournament: "last", angler: "Ann Lee", day: 1, fish: 4, bigBass: null, reason: "miscounted" },
  ],
  ["delete: by number", remove, ["last", "7"], { tournament: "last", boat: 7 }],
  [
    "delete: by an angler",
    remove,
    ["last", "Ann Lee", "--reason", "twice"],
    { tournament: "last", angler: "Ann Lee", reason: "twice" },
  ],
]);

describe("what is missing is named", () => {
  const cases: [string, Parameters<typeof inputOf>[0], string[], RegExp][] = [
    ["at all", enter, ["last"], /^Missing: --angler ANGLER .*; --fish N .*; --weight LB/],
    ["of a boat", enter, ["last", "--boat", "7"], /^Missing: --fish N .*; --weight LB/],
    ["of a catch", enter, [...seven, "--fish", "5"], /^Missing: --weight LB/],
    ["of a correction", correct, ["last", "Ann Lee"], /^Missing: what was wrong: --fish N/],
  ];
  for (const [label, command, words, sentence] of cases) {
    test(label, async () => {
      await assert.rejects(inputOf(command, words), { code: "missing", message: sentence });
    });
  }
});

const home = await lineClub("sabc-team");
const club = (...words: string[]) => sabc(["results", ...words, "--home", home]);
const ann = ["2026-01", "--boat", "7", "--angler", "Ann Lee", "--partner", "Bob Cruz"];

describe("one boat by its flags", () => {
  test("is entered once the scales are open", async () => {
    const early = await club("enter", ...ann, "--fish", "5", "--weight", "15.20");
    assert.deepEqual([early.code, early.stderr.includes("sabc tournament open 1")], [5, true]);
    await run(home, "tournament", "open", "2026-01");
    const { code, stdout, stderr } = await club(
      "enter",
      ...ann,
      "--fish",
      "5",
      "--dead",
      "1",
      "--weight",
      "15.20",
      "--json",
    );
    assert.deepEqual(
      [code, JSON.parse(stdout)],
      [
        0,
        {
          boat: {
            entry: 1,
            number: 7,
            words: "Boat 7: Ann Lee + Bob Cruz, 5 fish, 1 dead, 15.20 − 0.25 = 14.95 lb",
          },
          guests: [],
          accepted: [],
        },
      ],
    );
    assert.match(stderr, /^Saved\. Boat 7/);
  });

  const refusals: [string, string[], number, RegExp][] = [
    [
      "the same again",
      [...ann, "--fish", "5", "--weight", "15.20"],
      5,
      /Boat 7 \(Ann Lee \+ Bob Cruz\) has weighed already/,
    ],
    [
      "a stranger",
      ["2026-01", "--angler", "Zed Pole", "--fish", "1", "--weight", "2"],
      3,
      /There is no angler "Zed Pole"/,
    ],
    [
      "a doubt",
      ["2026-01", "--angler", "Cy Poe", "--fish", "6", "--weight", "9"],
      4,
      /6 fish, and a bag holds 5/,
    ],
    [
      "a weight in words",
      ["2026-01", "--angler", "Cy Poe", "--fish", "1", "--weight", "two"],
      4,
      /"two" is not understood/,
    ],
  ];
  for (const [label, words, exitCode, sentence] of refusals) {
    test(`${label} is refused`, async () => {
      const { code, stdout, stderr } = await club("enter", ...words);
      assert.deepEqual([code, stdout], [exitCode, ""]);
      assert.match(stderr, sentence);
    });
  }

  test("a rehearsal changes nothing; a new guest and a doubt are taken when it is said so", async () => {
    const words = [
      "enter",
      "2026-01",
      "--angler",
      "Zed Pole",
      "--create-guests",
      "--fish",
      "6",
      "--weight",
      "9",
    ];
    const said = await club(...words, "--override", "a record", "--dry-run");
    assert.match(said.stderr, /Dry run: nothing was changed/);
    const { code, stderr } = await club(...words, "--override", "a record", "--boat", "8");
    assert.equal(code, 0);
    assert.equal(
      stderr,
      [
        "Saved. Boat 8: Zed Pole (guest) alone, 6 fish, 9.00 lb",
        "Zed Pole is a guest of the club now.",
        "Accepted: 6 fish, and a bag holds 5.",
        "",
      ].join("\n"),
    );
    assert.match(
      await run(home, "ruling", "list", "2026-01"),
      /Boat 8: 6 fish, and a bag holds 5\..*a record/,
    );
  });
});

describe("an official tournament", () => {
  test("is corrected when the figures that move were seen and agreed to", async () => {
    await run(home, "tournament", "official", "2026-01");
    const words = ["results", "correct", "2026-01", "8", "--weight", "16", "--override", "weighed twice"];
    const unsaid = await sabc([...words, "--home", home]);
    assert.deepEqual([unsaid.code, unsaid.stderr.includes("a reason is needed")], [4, true]);
    const why = [...words, "--reason", "another scale", "--home", home];
    const unasked = await sabc(why);
    assert.deepEqual([unasked.code, unasked.stderr.includes("Say --yes")], [2, true]);
    const refused = await sabc(why, { terminal: { width: 100 }, typed: ["n\r"] });
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /Zed Pole +net +9\.00 +16\.00/);
    assert.match(refused.stderr, /January is official; \d+ figures move\. Save it\?/);
    assert.match(await run(home, "results", "show", "2026-01"), /^1\tno\tAnn Lee \+ Bob Cruz/m);
    const rehearsed = await sabc([...why, "--json", "--dry-run"]);
    const agreed = await sabc([...why, "--json"], { terminal: { width: 100 }, typed: ["y\r"] });
    assert.deepEqual(JSON.parse(agreed.stdout).changes, JSON.parse(rehearsed.stdout).changes);
    assert.deepEqual(JSON.parse(agreed.stdout).changes[0], {
      where: "2026-01 January",
      who: "Zed Pole",
      what: "place",
      before: "2",
      after: "1",
    });
    assert.match(await run(home, "results", "show", "2026-01"), /^1\tno\tZed Pole/m);
  });

  test("is corrected by answers where flags were left out", async () => {
    const down = "\u001b[B";
    const asked = await sabc(["results", "correct", "2026-01", "8", "--override", "seen", "--home", home], {
      terminal: { width: 100 },
      typed: [`${down}\r`, "2\r", "counted again\r", "y\r"],
    });
    assert.equal(asked.code, 0, asked.stderr);
    for (const question of [
      "What was wrong",
      "What is right (of these, dead):",
      "Why January, official already,",
    ]) {
      assert.ok(asked.stderr.includes(question), question);
    }
    assert.match(asked.stdout, /^2026-01 January\s+Zed Pole\s+dead\s+0\s+2$/m);
  });

  test("loses a boat, and takes one that was left out, with a reason and --yes", async () => {
    const gone = await club("delete", "2026-01", "8", "--reason", "of another day", "--yes", "--json");
    assert.match(JSON.parse(gone.stdout).deleted, /^Boat 8: Zed Pole/);
    const late = ["enter", "2026-01", "--angler", "Dee Ray", "--fish", "0"];
    assert.equal((await club(...late)).code, 4);
    const { code, stdout } = await club(...late, "--reason", "left out", "--yes");
    assert.equal(code, 0);
    assert.match(stdout, /^Pots\tBig bass\tbalance\t/m);
    assert.equal((await club("delete", "2026-01", "99", "--reason", "x", "--yes")).code, 3);
  });
});
