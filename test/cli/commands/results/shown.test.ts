import assert from "node:assert/strict";
import { test } from "node:test";
import { command as correct } from "../../../../cli/commands/results/correct.command.ts";
import { command as remove } from "../../../../cli/commands/results/delete.command.ts";
import { command as enter } from "../../../../cli/commands/results/enter.command.ts";
import { command as explain } from "../../../../cli/commands/results/explain.command.ts";
import { command as show } from "../../../../cli/commands/results/show.command.ts";
import { testOutputs } from "../../../support/command-steps.ts";
import { january } from "../../../support/tournament-shown.ts";

const ann = { id: 1, name: "Ann Ace" };
const bob = { id: 2, name: "Bob Bay" };

const weighed = {
  place: 1,
  tied: false,
  fish: 5,
  dead: 1,
  gross: 154_500,
  penalty: 2_500,
  penaltyWords: "1 dead fish: 0.25 lb",
  net: 152_000,
  bigBass: 51_000,
  limit: true,
  zero: false,
  win: true,
  points: 10_000,
  outcome: "fished" as const,
  reason: null,
  payout: 0,
  published: null,
  pointsParts: [],
};
const line = { ...weighed, angler: ann, member: true, boatNumber: 7, seat: null };
const shown = {
  tournament: january,
  ranked: "angler" as const,
  anglers: [line],
  boats: [],
  bigBass: [{ weight: 51_000, crew: [ann], caughtBy: null }],
  fished: 1,
  limits: 1,
  zeros: 0,
  totalNet: 152_000,
  totalFish: 5,
  payouts: [{ to: [ann], words: "1st place", cents: 34_000 }],
  pots: [],
  rulings: [],
  rulingsNeeded: [
    { words: "Coin between Ann and Bob", anglers: [ann, bob], ranking: "angler" as const, place: 1 },
  ],
  notWeighed: [[bob]],
};
type Shown = Parameters<typeof show.output>[0];
const results = shown as unknown as Shown;

testOutputs("sabc results show and explain", [
  [
    "results, with what is still to do",
    show.output(results, {} as never),
    {
      stdout: [
        "January, 2025-01-26 (provisional)",
        "1\tno\tAnn Ace\tyes\t7\t5\t1\t15.45\t0.25\t15.20\t5.10\t100\tfished\t",
        "",
        "Payouts",
        "1st place\tAnn Ace\t340.00",
        "",
      ].join("\n"),
      said: [
        "1 limit, 0 zeros; big bass: Ann Ace.",
        "Waiting for a ruling: Coin between Ann and Bob.",
        "Not weighed yet: Bob Bay.",
        "When protests are settled: sabc tournament official 7",
      ],
    },
  ],
  [
    "nothing weighed yet",
    show.output({ ...results, anglers: [], payouts: [] }, {} as never),
    { stdout: "", said: ["Nothing has been weighed yet.", "When the scales open: sabc results enter 7"] },
  ],
  [
    "one angler's figures in words",
    explain.output(
      {
        tournament: january,
        angler: ann,
        lines: [{ ...weighed, ranking: "angler", crew: [ann], words: ["5 fish, 15.20 lb.", "1st of 9."] }],
        payouts: [{ words: "1st place", cents: 34_000 }],
        rulings: [
          {
            id: 3,
            kind: "coin",
            words: "The coin fell for Ann",
            decidedBy: "Bob",
            on: "2025-01-27",
            reason: null,
          },
        ],
      },
      {} as never,
    ),
    {
      stdout: [
        "2025-01-26 January, angler Ann Ace: place 1",
        "5 fish, 15.20 lb.",
        "1st of 9.",
        "",
        "Money",
        "1st place: $340.00.",
        "",
        "Rulings",
        "The coin fell for Ann, decided by Bob on 2025-01-27.",
        "",
      ].join("\n"),
      said: [],
    },
  ],
]);

const moved = {
  tournament: { id: 7, name: "January", season: 2025, number: 1, state: "official" as const },
  figures: [
    {
      where: "January",
      who: "Ann Ace",
      what: "net",
      kind: "weight" as const,
      before: 152_000,
      after: 150_000,
    },
  ],
  words: "Boat 7: Ann Ace alone, 5 fish.",
};

testOutputs("sabc results correct, delete and enter", [
  [
    "a correction with what it moves",
    correct.output(moved, {} as never),
    { stdout: "January\tAnn Ace\tnet\t15.20\t15.00\n", said: ["Corrected: January."] },
  ],
  [
    "a deletion",
    remove.output({ ...moved, figures: [] }, {} as never),
    { stdout: "", said: ["Deleted. Boat 7: Ann Ace alone, 5 fish."] },
  ],
  [
    "a boat entered late",
    enter.output(
      {
        entered: {
          entry: 3,
          boatNumber: 7,
          words: "Boat 7: Ann Ace alone, 5 fish.",
          guests: [{ id: 9, name: "Cal Cove" }],
          accepted: ["6 fish, and a bag holds 5."],
          results,
        },
        corrected: moved,
      },
      {} as never,
    ),
    {
      stdout: "January\tAnn Ace\tnet\t15.20\t15.00\n",
      said: [
        "Saved. Boat 7: Ann Ace alone, 5 fish.",
        "Cal Cove is a guest of the club now.",
        "Accepted: 6 fish, and a bag holds 5.",
      ],
    },
  ],
]);

test("results as JSON have the documented keys: weights exact strings, points numbers, null for what is not known", () => {
  const unknown = { ...line, gross: null, net: null, bigBass: null, points: null, place: null };
  const { json } = show.output({ ...results, anglers: [line, unknown] }, {} as never);
  const { anglers, boats, bigBass, limits, zeros, payouts, pot, rulingsNeeded, tournament } = json as Record<
    string,
    unknown
  >;
  const known = {
    place: 1,
    tied: false,
    angler: ann,
    member: true,
    fish: 5,
    dead: 1,
    grossLb: "15.45",
    penaltyLb: "0.25",
    netLb: "15.20",
    bigBassLb: "5.10",
    points: 100,
    outcome: "fished",
  };
  assert.partialDeepStrictEqual(anglers, [
    known,
    { ...known, place: null, grossLb: null, netLb: null, bigBassLb: null, points: null },
  ]);
  assert.partialDeepStrictEqual(
    { tournament, boats, bigBass, limits, zeros, payouts, pot, rulingsNeeded },
    {
      tournament: { id: 7, name: "January", firstDay: "2025-01-26", fee: { amount: "25.00", per: "angler" } },
      boats: [],
      bigBass: { weightLb: "5.10", crew: [ann], caughtBy: null },
      limits: 1,
      zeros: 0,
      payouts: [{ to: [ann], words: "1st place", amount: "340.00" }],
      pot: null,
      rulingsNeeded: [{ words: "Coin between Ann and Bob", anglers: [ann, bob], place: 1 }],
    },
  );
});
