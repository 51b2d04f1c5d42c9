import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, alone, bag, boat, buyIn, rulesOf, tournament } from "../../support/facts.ts";

const rulesWith = (more: Partial<RulesDocument>) =>
  rulesOf({
    version: 1,
    name: "A club",
    ranked: "angler",
    limit: { fish: 5, per: "angler" },
    points: { place: { first: 100, step: 1 } },
    ...more,
  });

const score = (entries: EntryFacts[], more: Partial<RulesDocument> = {}) =>
  scoreTournament(tournament(entries), rulesWith(more));
const places = (entries: EntryFacts[], more: Partial<RulesDocument> = {}) =>
  score(entries, more).anglers.map(({ anglerId, place }) => [anglerId, place]);

const equal = { fish: 4, gross: "9.75", big: "3.00" };

describe("equals in one event", () => {
  const table: [
    label: string,
    ties: RulesDocument["ties"],
    entries: EntryFacts[],
    expected: [number, number | null][],
  ][] = [
    [
      "most fish",
      { by: ["most-fish"] },
      [alone(1, { ...equal, fish: 3 }), alone(2, equal)],
      [
        [2, 1],
        [1, 2],
      ],
    ],
    [
      "the biggest bass",
      { by: ["big-bass"] },
      [alone(1, equal), alone(2, { ...equal, big: "3.01" })],
      [
        [2, 1],
        [1, 2],
      ],
    ],
    [
      "an earlier weigh-in",
      { by: ["earlier-weigh-in"] },
      [
        { ...alone(1, equal), weighInOrder: 2 },
        { ...alone(2, equal), weighInOrder: 1 },
      ],
      [
        [2, 1],
        [1, 2],
      ],
    ],
    [
      "a step unknown for one is skipped for all",
      { by: ["most-fish", "big-bass"] },
      [
        alone(1, { gross: "9.75", big: "3.00" }),
        alone(2, { ...equal, big: "2.00" }),
        alone(3, { ...equal, fish: 5, big: "1.00" }),
      ],
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      "a ruling's rank",
      {},
      [alone(1, equal, { tieRank: 2 }), alone(2, equal, { tieRank: 1 })],
      [
        [2, 1],
        [1, 2],
      ],
    ],
    [
      "a ruling before the published place",
      {},
      [
        alone(1, equal, { tieRank: 1, publishedPlace: 2 }),
        alone(2, equal, { tieRank: 2, publishedPlace: 1 }),
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      "the place as published",
      {},
      [alone(1, equal, { publishedPlace: 2 }), alone(2, equal, { publishedPlace: 1 })],
      [
        [2, 1],
        [1, 2],
      ],
    ],
    [
      "a published place never overrules a weight",
      {},
      [alone(1, equal, { publishedPlace: 2 }), alone(2, { ...equal, gross: "9.74" }, { publishedPlace: 1 })],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      "an unknown weight leaves the whole event to its published places",
      { by: ["most-fish"] },
      [
        alone(1, { fish: 5, gross: "9.00" }, { publishedPlace: 3 }),
        alone(2, { fish: 1, gross: null }, { publishedPlace: 1 }),
        alone(3, { fish: 2, gross: "2.00" }, { publishedPlace: 2 }),
      ],
      [
        [2, 1],
        [3, 2],
        [1, 3],
      ],
    ],
    [
      "shared, the next place skips",
      { then: "share" },
      [alone(1, equal), alone(2, equal), alone(3, { ...equal, gross: "1.00" })],
      [
        [1, 1],
        [2, 1],
        [3, 3],
      ],
    ],
    [
      "averaged",
      { then: "average" },
      [alone(1, equal), alone(2, equal), alone(3, { ...equal, gross: "1.00" })],
      [
        [1, 1.5],
        [2, 1.5],
        [3, 3],
      ],
    ],
  ];
  for (const [label, ties, entries, expected] of table) {
    test(label, () => assert.deepEqual(places(entries, { ties }), expected));
  }

  test("shared takes the better place's points, averaged the mean", () => {
    const entries = [alone(1, equal), alone(2, equal), alone(3, { ...equal, gross: "1.00" })];
    const points = (ties: RulesDocument["ties"]) => score(entries, { ties }).anglers.map((one) => one.points);
    assert.deepEqual(points({ then: "share" }), [100_00, 100_00, 98_00]);
    assert.deepEqual(points({ then: "average" }), [99_50, 99_50, 98_00]);
  });

  test("zeros share their place whatever was published", () => {
    const zero = { fish: 0, gross: "0" };
    const entries = [alone(1, zero, { publishedPlace: 2 }), alone(2, zero, { publishedPlace: 1 }), buyIn(3)];
    assert.deepEqual(places(entries), [
      [1, 1],
      [2, 1],
      [3, 3],
    ]);
  });
});

describe("a tie waits only where something hangs on it", () => {
  const flat = { points: { place: { first: [100, 50] } } } satisfies Partial<RulesDocument>;
  const behind = [alone(8, { fish: 5, gross: "30.00" }), alone(9, { fish: 5, gross: "20.00" })];
  const paid = (split: number[]): Partial<RulesDocument> => ({
    points: null,
    money: { fee: 10, per: "angler", places: { share: 10, to: "angler", split } },
  });
  const table: [
    label: string,
    entries: EntryFacts[],
    rules: Partial<RulesDocument>,
    stakes: string[] | null,
  ][] = [
    ["points", [...behind, alone(1, equal), alone(2, equal)], {}, ["points"]],
    ["the win as well", [alone(1, equal), alone(2, equal)], {}, ["points", "win"]],
    ["equal points", [...behind, alone(1, equal), alone(2, equal)], flat, null],
    [
      "a guest who uses no value",
      [...behind, alone(1, equal), alone(2, equal, { wasMember: false })],
      { guests: { rank: "placed" } },
      null,
    ],
    [
      "a guest who uses one",
      [...behind, alone(1, equal), alone(2, equal, { wasMember: false })],
      { guests: { rank: "use-points" } },
      ["points"],
    ],
    [
      "two guests",
      [...behind, alone(1, equal, { wasMember: false }), alone(2, equal, { wasMember: false })],
      { guests: { rank: "use-points" } },
      null,
    ],
    ["a paid place", [...behind, alone(1, equal), alone(2, equal)], paid([50, 30, 20]), ["paid-place"]],
    ["below the paid places", [...behind, alone(1, equal), alone(2, equal)], paid([60, 40]), null],
    ["equally paid places", [...behind, alone(1, equal), alone(2, equal)], paid([3, 2, 1, 1]), null],
    [
      "those beaten",
      [...behind, alone(1, equal), alone(2, equal)],
      { points: { bonus: { perBeaten: 1 } } },
      ["points"],
    ],
  ];
  for (const [label, entries, rules, stakes] of table) {
    test(`${label}: ${stakes ? "waits" : "does not"}`, () => {
      const { rulingsNeeded } = score(entries, rules);
      assert.deepEqual(
        rulingsNeeded.map((ruling) => ruling.stakes),
        stakes ? [stakes] : [],
      );
    });
  }

  test("points that do not hang on it are given, and the place is shown as shared", () => {
    const { anglers } = score([...behind, alone(1, equal), alone(2, equal)], flat);
    assert.deepEqual(
      anglers.map(({ place, tied, points }) => [place, tied, points]),
      [
        [1, false, 100_00],
        [2, false, 50_00],
        [3, true, 50_00],
        [3, true, 50_00],
      ],
    );
  });

  test("a win that waits is no win yet", () => {
    assert.deepEqual(
      score([alone(1, equal), alone(2, equal)]).anglers.map(({ win, waiting }) => [win, waiting]),
      [
        [false, true],
        [false, true],
      ],
    );
  });
});

describe("who stands in the order", () => {
  const guests = [
    alone(1, equal, { wasMember: false }),
    alone(2, { ...equal, gross: "5.00" }),
    alone(3, { ...equal, gross: "4.00" }),
  ];
  const table: [
    rank: "unplaced" | "placed" | "use-points" | "score",
    expected: [number, number | null, number][],
  ][] = [
    [
      "unplaced",
      [
        [2, 1, 100],
        [3, 2, 99],
        [1, null, 0],
      ],
    ],
    [
      "placed",
      [
        [1, 1, 0],
        [2, 2, 100],
        [3, 3, 99],
      ],
    ],
    [
      "use-points",
      [
        [1, 1, 0],
        [2, 2, 99],
        [3, 3, 98],
      ],
    ],
    [
      "score",
      [
        [1, 1, 100],
        [2, 2, 99],
        [3, 3, 98],
      ],
    ],
  ];
  for (const [rank, expected] of table) {
    test(`a guest in front is ${rank}`, () => {
      const { anglers } = score(guests, { guests: { rank } });
      assert.deepEqual(
        anglers.map(({ anglerId, place, points }) => [anglerId, place, points! / 100]),
        expected,
      );
    });
  }

  const out: [label: string, entry: EntryFacts, outcome: string][] = [
    ["the disqualified", alone(1, equal, { outcome: "disqualified" }), "disqualified"],
    ["a disqualified boat's crew", { ...alone(1, equal), outcome: "disqualified" }, "disqualified"],
    ["who did not fish", alone(1, null, { outcome: "did-not-fish" }), "did-not-fish"],
    ["with nothing but void bags", alone(1, { ...equal, late: 1 }), "disqualified"],
  ];
  for (const [label, entry, outcome] of out) {
    test(`${label}: no place, no weight, 0 points, and the boat neither`, () => {
      const { anglers, boats } = score([entry], { penalties: { lateVoidFrom: 1 } });
      const facts = [...anglers, ...boats].map(({ place, net, outcome: is }) => [place, net, is]);
      assert.deepEqual(facts, [
        [null, null, outcome],
        [null, null, outcome],
      ]);
      assert.equal(anglers[0]?.points, 0);
    });
  }

  test("one void day of two: the other counts", () => {
    const bags = [
      bag({ anglerId: 1, day: 1, ...equal, late: 1 }),
      bag({ anglerId: 1, day: 2, fish: 2, gross: "4.00" }),
    ];
    const [only] = score([boat(1, { crew: [aboard(1)], bags })], { penalties: { lateVoidFrom: 1 } }).anglers;
    assert.deepEqual([only?.net, only?.fish, only?.outcome], [40_000, 2, "fished"]);
  });
});
