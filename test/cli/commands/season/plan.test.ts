import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PlannedMonth } from "#core/tournaments/plan.service.ts";
import { command as plan } from "../../../../cli/commands/season/plan.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc season plan", [
  ["a year", plan, ["2027"], { year: 2027, lakes: "open", moves: [] }],
  [
    "a year as another was, with a month moved",
    plan,
    ["2027", "--copy-from", "2026", "--lakes", "--move", "2027-03=2027-03-21", "--move", "5=2027-05-16"],
    {
      year: 2027,
      copyFrom: 2026,
      lakes: "copied",
      moves: [
        { month: 3, day: "2027-03-21" },
        { month: 5, day: "2027-05-16" },
      ],
    },
  ],
]);

test("a move that is none is refused with the way to write it", async () => {
  for (const text of ["2027-13=2027-03-21", "2026-03=2027-03-21", "march"]) {
    await assert.rejects(inputOf(plan, ["2027", "--move", text]), { code: "move-not-understood" });
  }
});

const march: PlannedMonth = {
  month: 3,
  id: 7,
  event: 9,
  number: 3,
  plan: "added",
  name: "March",
  firstDay: "2027-03-28",
  lastDay: "2027-03-28",
  lake: null,
  firstCast: null,
  weighIn: null,
  clashes: ["Easter Sunday"],
  instead: ["2027-03-21", "2027-03-14", "2027-03-07"],
};
const year = {
  season: 2027,
  tournaments: [march, { ...march, plan: "cancelled" as const, clashes: [] }],
  notCopied: ["Night Owl (2026-07-11)"],
};
const stdout =
  "3\t2027-03-28\t2027-03-28\tMarch\t\t\t\tadded\tEaster Sunday\n3\t2027-03-28\t2027-03-28\tMarch\t\t\t\tcancelled\t\n";

testOutputs("sabc season plan", [
  [
    "a rehearsal",
    plan.output({ plan: year, dryRun: true }, {} as never),
    {
      stdout,
      said: [
        "2027: 1 planned, 0 as before, 1 cancelled.",
        "Outside of the schedule, not copied: Night Owl (2026-07-11).",
        "March, 2027-03-28: free in that month is 2027-03-21 or 2027-03-14 (--move 2027-03=2027-03-21).",
      ],
    },
  ],
  [
    "a plan that was made",
    plan.output({ plan: { ...year, notCopied: [] }, dryRun: false }, {} as never),
    {
      stdout,
      said: [
        "2027: 1 planned, 0 as before, 1 cancelled.",
        "March, 2027-03-28: free in that month is 2027-03-21 or 2027-03-14 (sabc event move 9 --to 2027-03-21).",
      ],
    },
  ],
]);

describe("sabc season plan on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);

  test("tells how a year gets its rules, plans it, and again adds nothing", async () => {
    const without = await club("season", "plan", "2095");
    assert.deepEqual(
      [without.code, without.stderr.includes("sabc season rules 2095 --set sabc-team")],
      [3, true],
    );
    await club("season", "rules", "2095", "--set", "sabc-team");
    const rehearsed = JSON.parse((await club("season", "plan", "2095", "--dry-run", "--json")).stdout);
    assert.deepEqual([rehearsed.dryRun, rehearsed.tournaments.length], [true, 12]);
    assert.equal((await club("tournament", "list", "2095")).stdout, "");
    assert.match((await club("season", "plan", "2095")).stderr, /^2095: 12 planned, 0 as before\.\n/);
    assert.match((await club("season", "plan", "2095")).stderr, /^2095: 0 planned, 12 as before\.\n/);
  });

  test("shows a person the year before it is made", async () => {
    await club("season", "rules", "2096", "--set", "sabc-team");
    const words = ["season", "plan", "2096", "--home", home];
    const left = await sabc(words, { terminal: { width: 100 }, typed: ["n\r"] });
    assert.deepEqual([left.code, left.stderr.includes("2096: 12 planned")], [2, true]);
    assert.equal((await club("tournament", "list", "2096")).stdout, "");
    assert.equal((await sabc(words, { terminal: { width: 100 }, typed: ["y\r"] })).code, 0);
  });
});
