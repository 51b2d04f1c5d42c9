import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, alone, bag, boat, buyIn, rulesOf, tournament } from "../../support/facts.ts";

type Points = NonNullable<RulesDocument["points"]>;

const rulesWith = (points: Points, more: Partial<RulesDocument> = {}) =>
  rulesOf({
    version: 1,
    name: "A club",
    ranked: "angler",
    limit: { fish: 5, per: "angler" },
    points,
    ...more,
  });

function pointsBy(
  entries: EntryFacts[],
  points: Points,
  more: Partial<RulesDocument> = {},
): Record<number, number | null> {
  const { anglers } = scoreTournament(tournament(entries), rulesWith(points, more));
  return Object.fromEntries(
    anglers.map((one) => [one.anglerId, one.points === null ? null : one.points / 100]),
  );
}

const zero = { fish: 0, gross: "0" };
const fish = (pounds: number, more = {}) => ({ fish: 2, gross: `${pounds}.00`, ...more });
const linear = { place: { first: 100, step: 1 } };
/** Two with fish, two without, one bought in, one disqualified, one who stayed at home. */
const field = [
  alone(1, fish(9)),
  alone(2, fish(8)),
  alone(3, zero),
  alone(4, zero),
  buyIn(5),
  alone(6, fish(20), { outcome: "disqualified" }),
  alone(7, null, { outcome: "did-not-fish" }),
];

describe("the answers", () => {
  const table: [label: string, points: Points, expected: Record<number, number>][] = [
    ["zeros by place share the place after the last catch", linear, { 3: 98, 4: 98 }],
    ["a fixed value for no fish", { ...linear, noFish: 25 }, { 3: 25, 4: 25 }],
    ["from the last with fish", { ...linear, noFish: { from: "last-with-fish", add: -2 } }, { 3: 97 }],
    [
      "from last place",
      { ...linear, noFish: { from: "last-place" }, buyIn: { from: "last-place", add: -5 } },
      { 3: 98, 5: 93 },
    ],
    ["a buy-in by place comes after all who fished", { ...linear, buyIn: "by-place" }, { 5: 96 }],
    ["a buy-in from no fish", { ...linear, noFish: 25, buyIn: { from: "no-fish", add: -5 } }, { 5: 20 }],
    ["the others get nothing unless told", linear, { 5: 0, 6: 0, 7: 0 }],
    [
      "the disqualified and who stayed at home, where told",
      { ...linear, disqualified: 10, didNotFish: 5 },
      { 6: 10, 7: 5 },
    ],
    [
      "never below 0",
      { place: { first: 1, step: 1 }, noFish: { from: "last-with-fish", add: -9 } },
      { 2: 0, 3: 0 },
    ],
    ["a floor", { place: { first: 100, step: 60, floor: 45 } }, { 1: 100, 2: 45, 3: 45 }],
    ["a list and a step", { place: { first: [50, 30], step: 4 } }, { 1: 50, 2: 30, 3: 26 }],
    ["a list that ends in nothing", { place: { first: [50, 0] } }, { 1: 50, 2: 0, 3: 0 }],
    ["the size of the field", { place: { first: "field", step: 1 } }, { 1: 4, 2: 3, 3: 2 }],
    ["no place points", {}, { 1: 0, 3: 0 }],
  ];
  for (const [label, points, expected] of table) {
    test(label, () => {
      const all = pointsBy(field, points);
      assert.deepEqual(
        Object.fromEntries(Object.keys(expected).map((id) => [id, all[Number(id)]])),
        expected,
      );
    });
  }

  test("nobody with fish: ifNone, else first place's value and add", () => {
    const noFish = { from: "last-with-fish", add: -2 } as const;
    assert.deepEqual(pointsBy([alone(1, zero)], { ...linear, noFish }), { 1: 98 });
    assert.deepEqual(pointsBy([alone(1, zero)], { ...linear, noFish: { ...noFish, ifNone: 40 } }), { 1: 40 });
  });
});

describe("the bonuses", () => {
  const table: [
    label: string,
    bonus: Points["bonus"],
    entries: EntryFacts[],
    expected: Record<number, number>,
  ][] = [
    [
      "big bass",
      { bigBass: { points: 5 } },
      [alone(1, fish(9, { big: "3.00" })), alone(2, fish(8, { big: "4.00" }))],
      { 1: 0, 2: 5 },
    ],
    [
      "tied big bass: all",
      { bigBass: { points: 5 } },
      [alone(1, fish(9, { big: "4.00" })), alone(2, fish(8, { big: "4.00" }))],
      { 1: 5, 2: 5 },
    ],
    [
      "tied big bass: none",
      { bigBass: { points: 5, tied: "none" } },
      [alone(1, fish(9, { big: "4.00" })), alone(2, fish(8, { big: "4.00" }))],
      { 1: 0, 2: 0 },
    ],
    ["nobody reported one", { bigBass: { points: 5 } }, field, { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0 }],
    ["a limit", { limit: 3 }, [alone(1, fish(9, { fish: 5 })), alone(2, fish(8))], { 1: 3, 2: 0 }],
    ["the win", { win: 7 }, [alone(1, fish(9)), alone(2, fish(8))], { 1: 7, 2: 0 }],
    ["a win needs a fish", { win: 7 }, [alone(1, zero), alone(2, zero)], { 1: 0, 2: 0 }],
    ["each fish", { perFish: 1.5 }, [alone(1, fish(9)), alone(2, zero)], { 1: 3, 2: 0 }],
    ["pounds rounded down", { perPound: { points: 1 } }, [alone(1, { fish: 2, gross: "5.67" })], { 1: 5 }],
    [
      "pounds to the nearest",
      { perPound: { points: 1, round: "nearest" } },
      [alone(1, { fish: 2, gross: "5.50" })],
      { 1: 6 },
    ],
    [
      "pounds exactly",
      { perPound: { points: 1, round: "exact" } },
      [alone(1, { fish: 2, gross: "5.125" })],
      { 1: 5.13 },
    ],
    ["each who fished", { perEntry: 1 }, field, { 1: 4, 2: 4, 3: 4, 4: 4, 5: 0, 6: 0, 7: 0 }],
    ["each beaten", { perBeaten: 5 }, field, { 1: 15, 2: 10, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0 }],
    ["having fished", { participation: 2 }, field, { 1: 2, 2: 2, 3: 2, 4: 2, 5: 0, 6: 0, 7: 0 }],
    ["having paid", { feePaid: 2 }, field, { 1: 2, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 0 }],
  ];
  for (const [label, bonus, entries, expected] of table) {
    test(label, () => assert.deepEqual(pointsBy(entries, { noFish: 0, bonus }), expected));
  }

  test("a guest's heavier bass leaves the bonus to the next one eligible", () => {
    const entries = [
      alone(1, fish(9, { big: "6.00" }), { wasMember: false }),
      alone(2, fish(8, { big: "4.00" })),
    ];
    const points = pointsBy(entries, { bonus: { bigBass: { points: 5 } } }, { guests: { rank: "placed" } });
    assert.deepEqual(points, { 1: 0, 2: 5 });
  });

  test("leading after each day, with what was weighed so far", () => {
    const days = (id: number, first: string, second: string) =>
      boat(id, {
        crew: [aboard(id)],
        bags: [
          bag({ anglerId: id, day: 1, fish: 2, gross: first }),
          bag({ anglerId: id, day: 2, fish: 2, gross: second }),
        ],
      });
    const entries = [days(1, "10.00", "5.00"), days(2, "8.00", "9.00"), days(3, "1.00", "12.00")];
    assert.deepEqual(pointsBy(entries, { bonus: { dayLead: 1 } }), { 1: 1, 2: 1, 3: 0 });
  });
});

describe("published points", () => {
  const entries = [alone(1, fish(9), { publishedPoints: 90_00 }), alone(2, fish(8))];

  test("are shown beside the computed ones", () => {
    const { anglers } = scoreTournament(tournament(entries), rulesWith(linear));
    assert.deepEqual(
      anglers.map(({ points, publishedPoints }) => [points, publishedPoints]),
      [
        [100_00, 90_00],
        [99_00, null],
      ],
    );
  });

  test("count where the rules say so, and the parts say what the rules alone would give", () => {
    const { anglers } = scoreTournament(tournament(entries), rulesWith({ ...linear, official: "published" }));
    assert.deepEqual(
      anglers.map(({ points, computedPoints }) => [points, computedPoints]),
      [
        [90_00, 100_00],
        [99_00, 99_00],
      ],
    );
    assert.deepEqual(anglers[0]?.parts.at(-1), {
      rule: "points.official",
      points: -10_00,
      sentence: "As published: 90; the rules alone would give 100.",
    });
  });
});

test("an event that does not count gives no points", () => {
  const { anglers } = scoreTournament(tournament(field, { countsForPoints: false }), rulesWith(linear));
  assert.ok(anglers.every(({ points, parts }) => points === null && parts.length === 0));
});

test("every answer is explained by the rule and a sentence", () => {
  const { anglers } = scoreTournament(
    tournament(field),
    rulesWith({ ...linear, buyIn: { from: "no-fish", add: -2 } }),
  );
  assert.deepEqual(
    anglers.map(({ parts }) => parts.map(({ rule, sentence }) => `${rule} ${sentence}`)),
    [
      ["points.place Place 1, behind nobody who earns place points: 100."],
      ["points.place Place 2, behind 1 who earns place points: 99."],
      ["points.noFish Fished and caught nothing, sharing the place after the last: 98."],
      ["points.noFish Fished and caught nothing, sharing the place after the last: 98."],
      ["points.buyIn Bought in: 2 less than no fish: 96."],
      ["points.disqualified Disqualified: 0."],
      ["points.didNotFish Did not fish: 0."],
    ],
  );
});

test("place points before bonuses never rise with a worse place among those with fish", () => {
  const first = fc.oneof(
    fc.integer({ min: 0, max: 300 }),
    fc.constant("field" as const),
    fc
      .array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 })
      .map((list) => list.toSorted((a, b) => b - a)),
  );
  const place = fc.record({
    first,
    step: fc.integer({ min: 0, max: 10 }),
    floor: fc.integer({ min: 0, max: 20 }),
  });
  const then = fc.constantFrom("share" as const, "average" as const, "ruling" as const);
  const caught = fc.array(fc.record({ gross: fc.integer({ min: 1, max: 6 }), member: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(place, then, caught, (values, then, bags) => {
      const entries = bags.map(({ gross, member }, at) => alone(at + 1, fish(gross), { wasMember: member }));
      const rules = rulesWith({ place: values }, { ties: { then }, guests: { rank: "placed" } });
      const { anglers } = scoreTournament(tournament(entries), rules);
      const points = anglers
        .filter(({ member }) => member)
        .flatMap((one) => (one.points === null ? [] : [one.points]));
      assert.deepEqual(
        points,
        points.toSorted((a, b) => b - a),
      );
    }),
  );
});
