import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { settlePot } from "#core/pots/pot.rules.ts";
import { scoreTournament, type TournamentScore } from "#core/results/tournament-score.rules.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, alone, bag, boat, buyIn, preset, team, tournament } from "../../support/facts.ts";

const individual = preset("sabc-individual");
const teams = preset("sabc-team");
const [ann, bob, cal, dee, eve, fay, gus, hal, ivy, jim, kay] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const guest = { wasMember: false };

/** Each angler's place and points, points as people read them. */
function table({ anglers }: TournamentScore): Record<number, [number | null, number | null]> {
  return Object.fromEntries(
    anglers.map(({ anglerId, place, points }) => [anglerId, [place, points === null ? null : points / 100]]),
  );
}

const placesOf = (score: TournamentScore) => score.boats.map(({ entryId, place }) => [entryId, place]);
const dollarsOf = (score: TournamentScore) =>
  score.money?.payouts.map(({ contestant, cents }) => [contestant.entryId, cents / 100]);

/** The worked example with everything in it; the coin fell for Dee where it is recorded. */
function exampleA({ coin, grace = false }: { coin: "recorded" | "open"; grace?: boolean }): EntryFacts[] {
  const rank = (tieRank: number) => (coin === "recorded" ? { tieRank } : {});
  return [
    alone(ann, { fish: 5, gross: "15.20", big: "5.10" }),
    alone(bob, { fish: 5, gross: "12.40", big: "4.00" }),
    alone(cal, { fish: 5, gross: "11.90", big: "3.80" }, guest),
    alone(dee, { fish: 4, gross: "9.75", big: "3.00" }, rank(1)),
    alone(eve, { fish: 4, gross: "9.75", big: "3.00" }, rank(2)),
    alone(fay, { fish: 4, gross: "9.75", big: "2.50" }),
    alone(gus, { fish: 0, gross: "0" }),
    alone(hal, { fish: 0, gross: "0" }),
    alone(ivy, { fish: 0, gross: "0" }, guest),
    buyIn(jim),
    alone(kay, { fish: 5, gross: "14.00", big: "4.50" }, { outcome: "disqualified", grace }),
  ];
}

const publishedA: Record<number, [number | null, number | null]> = {
  [ann]: [1, 100],
  [bob]: [2, 99],
  [cal]: [3, 0],
  [dee]: [4, 98],
  [eve]: [5, 97],
  [fay]: [6, 96],
  [gus]: [7, 94],
  [hal]: [7, 94],
  [ivy]: [7, 0],
  [jim]: [10, 92],
  [kay]: [null, 0],
};

describe("A: an individual event with everything in it", () => {
  test("places and points with the coin for Dee", () => {
    const score = scoreTournament(tournament(exampleA({ coin: "recorded" })), individual);
    assert.deepEqual(table(score), publishedA);
    assert.deepEqual(score.rulingsNeeded, []);
  });

  test("until the coin is recorded Dee and Eve wait, all others are final", () => {
    const score = scoreTournament(tournament(exampleA({ coin: "open" })), individual);
    assert.deepEqual(table(score), { ...publishedA, [dee]: [4, null], [eve]: [4, null] });
    assert.deepEqual(score.rulingsNeeded, [
      {
        ranking: "angler",
        place: 4,
        stakes: ["points"],
        entryIds: [dee, eve],
        anglerIds: [dee, eve],
        sentence: "2 anglers are tied for place 4 and points hang on it: record the ruling.",
      },
    ]);
  });

  test("P: Kay with grace by ruling gets one less than a zero", () => {
    const score = scoreTournament(tournament(exampleA({ coin: "recorded", grace: true })), individual);
    assert.deepEqual(table(score), { ...publishedA, [kay]: [null, 93] });
  });

  test("every number is the sum of its explained parts", () => {
    const score = scoreTournament(tournament(exampleA({ coin: "recorded" })), individual);
    for (const { parts, points } of score.anglers) {
      assert.equal(
        parts.reduce((sum, part) => sum + part.points, 0),
        points,
      );
      assert.ok(parts.length > 0 && parts.every(({ sentence }) => sentence.endsWith(".")));
    }
  });
});

const one = { fish: 3, gross: "10.00", big: "3.00" };

const small: [
  label: string,
  entries: EntryFacts[],
  expected: Record<number, [number | null, number | null]>,
][] = [
  [
    "B: nobody catches",
    [alone(ann, { fish: 0, gross: "0" }), alone(bob, { fish: 0, gross: "0" }), buyIn(jim)],
    { [ann]: [1, 98], [bob]: [1, 98], [jim]: [3, 96] },
  ],
  [
    "C: 10 lb, 8 lb, a guest's 7 lb, a zero, a buy-in",
    [
      alone(ann, one),
      alone(bob, { ...one, gross: "8.00" }),
      alone(cal, { ...one, gross: "7.00" }, guest),
      alone(gus, { fish: 0, gross: "0" }),
      buyIn(jim),
    ],
    { [ann]: [1, 100], [bob]: [2, 99], [cal]: [3, 0], [gus]: [4, 97], [jim]: [5, 95] },
  ],
  [
    "D: a guest first",
    [
      alone(cal, { ...one, gross: "12.00" }, guest),
      alone(ann, { ...one, gross: "11.75" }),
      alone(bob, { ...one, gross: "11.00" }),
    ],
    { [cal]: [1, 0], [ann]: [2, 100], [bob]: [3, 99] },
  ],
  [
    "E: only a guest catches",
    [alone(cal, one, guest), alone(gus, { fish: 0, gross: "0" }), buyIn(jim)],
    { [cal]: [1, 0], [gus]: [2, 98], [jim]: [3, 96] },
  ],
  [
    "O: one dead fish of 0.20 lb alone is a catch",
    [alone(ann, { fish: 1, dead: 1, gross: "0.20", big: "0.20" }), alone(gus, { fish: 0, gross: "0" })],
    { [ann]: [1, 100], [gus]: [2, 98] },
  ],
];

describe("small individual events", () => {
  for (const [label, entries, expected] of small) {
    test(label, () => assert.deepEqual(table(scoreTournament(tournament(entries), individual)), expected));
  }

  test("O: its net is 0", () => {
    const score = scoreTournament(tournament([alone(ann, { fish: 1, dead: 1, gross: "0.20" })]), individual);
    assert.deepEqual([score.anglers[0]?.net, score.anglers[0]?.caught, score.zeros], [0, true, 0]);
  });

  test("G: one boat of two bags", () => {
    const crew = [aboard(ann), aboard(bob)];
    const bags = [
      bag({ anglerId: ann, fish: 4, gross: "8.10", big: "3.20" }),
      bag({ anglerId: bob, fish: 3, gross: "5.45", big: "2.90" }),
    ];
    const [only] = scoreTournament(tournament([boat(1, { crew, bags })]), individual).boats;
    assert.deepEqual([only?.net, only?.fish, only?.bigBass], [135_500, 7, 32_000]);
  });

  test("N: one of two aboard disqualified: the partner keeps points and place, the boat is the partner's bag", () => {
    const crew = [aboard(ann), aboard(kay, { outcome: "disqualified" })];
    const bags = [
      bag({ anglerId: ann, fish: 4, gross: "8.10", big: "3.20" }),
      bag({ anglerId: kay, fish: 5, gross: "14.00", big: "4.50" }),
    ];
    const score = scoreTournament(tournament([boat(1, { crew, bags })]), individual);
    assert.deepEqual(table(score), { [ann]: [1, 100], [kay]: [null, 0] });
    assert.deepEqual(
      score.boats.map(({ net, place }) => [net, place]),
      [[81_000, 1]],
    );
  });
});

describe("team events", () => {
  test("F: the biggest fish tells equal boats apart", () => {
    const score = scoreTournament(
      tournament([
        team(1, { fish: 5, gross: "22.50", big: "6.25" }),
        team(2, { fish: 5, gross: "22.50", big: "4.00" }),
        team(3, { fish: 5, gross: "18.00", big: "4.00" }),
      ]),
      teams,
    );
    assert.deepEqual(placesOf(score), [
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    assert.deepEqual(score.anglers, []);
  });

  test("L: most fish is ahead in the individual format, the biggest fish in the team format", () => {
    const many = { fish: 5, gross: "9.75", big: "2.10" };
    const big = { fish: 3, gross: "9.75", big: "4.90" };
    const anglers = scoreTournament(tournament([alone(1, many), alone(2, big)]), individual).anglers;
    assert.deepEqual(
      anglers.map(({ anglerId }) => anglerId),
      [1, 2],
    );
    const boats = scoreTournament(tournament([team(1, many), team(2, big)]), teams).boats;
    assert.deepEqual(
      boats.map(({ entryId }) => entryId),
      [2, 1],
    );
  });
});

/** Boats of one event without a fish over 5 lb. */
const boats = (count: number) =>
  Array.from({ length: count }, (_, at) => team(at + 1, { fish: 1, gross: `${at + 1}.00`, big: "1.00" }));

describe("I: the pot runs over the months", () => {
  const months: [
    label: string,
    entries: EntryFacts[],
    carried: number,
    paid: [number, number][],
    after: number,
  ][] = [
    ["January: 6 boats, nobody over 5", boats(6), 0, [], 48],
    ["February: 5 boats, nobody", boats(5), 48, [], 88],
    [
      "March: 7 boats, 5.01 with a member aboard",
      [...boats(6), team(7, { fish: 5, gross: "12.00", big: "5.01" }, [true, false])],
      88,
      [[7, 144]],
      0,
    ],
    ["April starts at 0", boats(6), 0, [], 48],
    [
      "exactly 5.00 does not win",
      [...boats(5), team(6, { fish: 5, gross: "12.00", big: "5.00" })],
      0,
      [],
      48,
    ],
    [
      "6.10 on a boat of two guests and 5.40 on a member's",
      [
        team(1, { fish: 5, gross: "15.00", big: "6.10" }, [false, false]),
        team(2, { fish: 5, gross: "12.00", big: "5.40" }),
      ],
      0,
      [[2, 16]],
      0,
    ],
  ];
  for (const [label, entries, carried, paid, after] of months) {
    test(label, () => {
      const [draw] = scoreTournament(tournament(entries), teams).money?.pots ?? [];
      const settled = settlePot({ draw: draw!, carried: carried * 100 });
      assert.deepEqual(
        settled.paid.map(({ to, cents }) => [to.entryId, cents / 100]),
        paid,
      );
      assert.equal(settled.after, after * 100);
    });
  }
});

describe("money", () => {
  test("J: 5 boats of teams", () => {
    const { money } = scoreTournament(tournament(boats(5)), teams);
    assert.deepEqual(
      money?.payouts.map(({ cents }) => cents),
      [100_00, 70_00, 40_00],
    );
    assert.deepEqual(
      money?.pots.map(({ added }) => added),
      [40_00],
    );
    assert.deepEqual([money?.owed, money?.taken, money?.keeps], [250_00, 250_00, []]);
  });

  test("J: 10 anglers", () => {
    const entries = Array.from({ length: 10 }, (_, at) => alone(at + 1, { fish: 1, gross: `${at + 1}.00` }));
    const { money } = scoreTournament(tournament(entries), individual);
    assert.deepEqual(
      money?.payouts.map(({ cents }) => cents),
      [70_00, 50_00, 40_00],
    );
    assert.deepEqual(
      money?.pots.map(({ added }) => added),
      [40_00],
    );
    assert.deepEqual(money?.keeps, [
      { name: "club", cents: 30_00 },
      { name: "charity", cents: 20_00 },
    ]);
    assert.equal(money?.taken, 250_00);
  });

  const none = { fish: 0, gross: "0" };
  const m: [label: string, entries: EntryFacts[], expected: [number, number][]][] = [
    [
      "M: 2 boats, both with fish",
      [team(1, one), team(2, { ...one, gross: "9.00" })],
      [
        [1, 56],
        [2, 28],
      ],
    ],
    ["M: 3 boats, one with fish", [team(1, none), team(2, one), team(3, none)], [[2, 126]]],
    [
      "M: 4 boats, none with fish",
      [team(1, none), team(2, none), team(3, none), team(4, none)],
      [
        [1, 42],
        [2, 42],
        [3, 42],
        [4, 42],
      ],
    ],
  ];
  for (const [label, entries, expected] of m) {
    test(label, () => assert.deepEqual(dollarsOf(scoreTournament(tournament(entries), teams)), expected));
  }
});
