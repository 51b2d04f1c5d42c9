import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { eventChangesSchema } from "#core/seasons/event-changes.schemas.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { isCaught, isLimit, scalesOf, weighBag } from "#core/tournaments/weigh.rules.ts";
import { aboard, bag, type BagSays, boat, rulesOf } from "../../support/facts.ts";

const rulesWith = (penalties: RulesDocument["penalties"], more: Partial<RulesDocument> = {}) =>
  rulesOf({
    version: 1,
    name: "A club",
    ranked: "angler",
    limit: { fish: 5, per: "angler" },
    penalties,
    ...more,
  });

function weigh(says: BagSays, rules = rulesWith({}), changes = {}) {
  const facts = bag({ anglerId: 1, ...says });
  const entry = boat(1, { crew: [aboard(1)], bags: [facts] });
  return weighBag(facts, { entry, scales: scalesOf(rules, eventChangesSchema.parse(changes)) });
}

describe("caught", () => {
  for (const [label, fish, weight, expected] of [
    ["fish", 1, 0, true],
    ["no fish", 0, 0, false],
    ["unknown fish with a weight", null, 1, true],
    ["unknown fish without a weight", null, 0, false],
    ["nothing known but that a bag came", null, null, true],
  ] as const) {
    test(label, () => assert.equal(isCaught({ fish, weight }), expected));
  }
});

describe("limit", () => {
  for (const [label, fish, expected] of [
    ["five of five", 5, true],
    ["four of five", 4, false],
    ["over the limit", 6, true],
    ["unknown fish are never a limit", null, false],
  ] as const) {
    test(label, () => assert.equal(isLimit({ fish }, 5), expected));
  }

  test("three make a limit where the event allows three", () => {
    assert.equal(weigh({ fish: 3, gross: "6.00" }, rulesWith({}), { fishLimit: 3 }).limit, true);
  });

  test("a common bag where each angler brings five holds ten", () => {
    const facts = bag({ fish: 5, gross: "10.00" });
    const entry = boat(1, { crew: [aboard(1), aboard(2)], bags: [facts] });
    const rules = rulesWith({});
    assert.equal(
      weighBag(facts, { entry, scales: scalesOf(rules, eventChangesSchema.parse({})) }).limit,
      false,
    );
  });
});

describe("penalties", () => {
  const full = { fish: 5, gross: "10.00", big: "4.00" };
  const table: [
    label: string,
    penalties: RulesDocument["penalties"],
    says: BagSays,
    net: number | null,
    bigBass: number | null,
  ][] = [
    ["none", {}, full, 100_000, 40_000],
    ["dead fish", { deadFish: 0.25 }, { ...full, dead: 2 }, 95_000, 40_000],
    ["short fish in pounds", { shortFish: 1 }, { ...full, short: 1 }, 90_000, 40_000],
    [
      "short fish in words take nothing",
      { shortFish: "not-weighed-nor-largest" },
      { ...full, short: 1 },
      100_000,
      40_000,
    ],
    ["minutes late", { lateMinute: 0.5 }, { ...full, late: 4 }, 80_000, 40_000],
    [
      "minutes late from the big bass too",
      { lateMinute: 0.5, lateReducesBigBass: true },
      { ...full, late: 4 },
      80_000,
      20_000,
    ],
    ["over the limit", { overLimit: 2 }, { ...full, fish: 6 }, 80_000, 40_000],
    ["another penalty", {}, { ...full, otherPenalty: "1.50" }, 85_000, 40_000],
    ["not below zero", { deadFish: 5 }, { ...full, dead: 3 }, 0, 40_000],
    [
      "below zero where the rules allow it",
      { deadFish: 5, belowZero: true },
      { ...full, dead: 3 },
      -50_000,
      40_000,
    ],
    [
      "the net alone is known: its penalties are taken",
      { deadFish: 5 },
      { ...full, dead: 1, netOnly: true },
      100_000,
      40_000,
    ],
    ["an unknown weight stays unknown", { deadFish: 5 }, { fish: 5, dead: 1, gross: null }, null, null],
  ];
  for (const [label, penalties, says, net, bigBass] of table) {
    test(label, () => {
      const weighed = weigh(says, rulesWith(penalties));
      assert.deepEqual([weighed.net, weighed.bigBass], [net, bigBass]);
    });
  }

  test("a bag late from its minute on is void", () => {
    const rules = rulesWith({ lateVoidFrom: 15 });
    assert.deepEqual(
      [weigh({ ...full, late: 14 }, rules).void, weigh({ ...full, late: 15 }, rules).void],
      [false, true],
    );
  });

  test("a bag over the limit is void where the rules say so, and is no catch", () => {
    const weighed = weigh({ ...full, fish: 6 }, rulesWith({ overLimit: "void" }));
    assert.deepEqual([weighed.void, weighed.caught, weighed.limit], [true, false, false]);
  });

  test("where only the net was known there is no gross to show", () => {
    const { gross, penalty, net } = weigh({ ...full, netOnly: true });
    assert.deepEqual([gross, penalty, net], [null, null, 100_000]);
  });

  test("net = gross − penalties, never below zero", () => {
    const rules = rulesWith({ deadFish: 0.25, lateMinute: 1 });
    const says = fc.record({
      fish: fc.constant(5),
      dead: fc.integer({ min: 0, max: 5 }),
      late: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(says, fc.integer({ min: 0, max: 300_000 }), (counts, gross) => {
        const entry = boat(1, { crew: [aboard(1)], bags: [{ ...bag({ anglerId: 1, ...counts }), gross }] });
        const weighed = weighBag(entry.bags[0]!, {
          entry,
          scales: scalesOf(rules, eventChangesSchema.parse({})),
        });
        assert.equal(weighed.net, Math.max(0, gross - weighed.penalty!));
      }),
    );
  });
});

describe("a paper event", () => {
  const chart = rulesWith(
    {},
    {
      paperChart: [
        [12, 1],
        [14, 1.5],
        [16, 2.25],
      ],
    },
  );

  test("a length between two lines takes the shorter, under the first nothing", () => {
    const lengths = [11, 12, 13.5, 16, 20].map((inches) => inches * 10_000);
    assert.equal(weigh({ lengths }, chart).net, (0 + 1 + 1 + 2.25 + 2.25) * 10_000);
  });

  test("the longest of the limit count", () => {
    const lengths = [12, 12, 16].map((inches) => inches * 10_000);
    const weighed = weigh({ lengths }, chart, { fishLimit: 2, paper: true });
    assert.deepEqual([weighed.net, weighed.fish, weighed.limit], [32_500, 2, true]);
  });
});
