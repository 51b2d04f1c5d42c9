import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import type { EventChangesDocument } from "#core/seasons/event-changes.schemas.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, alone, boat, buyIn, preset, rulesOf, team, tournament } from "../../support/facts.ts";

type Money = NonNullable<RulesDocument["money"]>;
type Places = NonNullable<Money["places"]>;

const rulesWith = (money: Money, then: "ruling" | "share" = "share") =>
  rulesOf({
    version: 1,
    name: "A club",
    ranked: "angler",
    limit: { fish: 5, per: "angler" },
    ties: { then },
    money,
  });

const placesOnly = (places: Omit<Places, "share" | "to">, share = 10): Money => ({
  fee: share,
  per: "angler",
  places: { share, to: "angler", ...places },
});

const fish = (pounds: number) => ({ fish: 2, gross: `${pounds}.00` });
const zero = { fish: 0, gross: "0" };

function paid(entries: EntryFacts[], money: Money, changes: EventChangesDocument = {}): [number, number][] {
  const score = scoreTournament(tournament(entries, changes), rulesWith(money));
  return score.money!.payouts.map(({ contestant, cents }) => [contestant.anglerId!, cents / 100]);
}

const three = [alone(1, fish(9)), alone(2, fish(8)), alone(3, fish(7))];
const tied = [alone(1, fish(9)), alone(2, fish(8)), alone(3, fish(8)), alone(4, fish(1))];

describe("place money", () => {
  const table: [label: string, entries: EntryFacts[], money: Money, expected: [number, number][]][] = [
    [
      "by parts",
      three,
      placesOnly({ split: [3, 2, 1] }),
      [
        [1, 15],
        [2, 10],
        [3, 5],
      ],
    ],
    [
      "only those with a catch",
      [...three, alone(4, zero)],
      placesOnly({ split: [1, 1, 1, 1] }),
      [
        [1, 20],
        [2, 10],
        [3, 10],
      ],
    ],
    [
      "money of places nobody took goes to first",
      three,
      placesOnly({ split: [2, 1, 1, 1] }),
      [
        [1, 18],
        [2, 6],
        [3, 6],
      ],
    ],
    [
      "rounded half up to the dollar, the rest to first",
      three,
      placesOnly({ split: [50, 30, 20], roundTo: 1 }, 5.5),
      [
        [1, 8.5],
        [2, 5],
        [3, 3],
      ],
    ],
    [
      "the tied share the money of their places",
      tied,
      placesOnly({ split: [5, 4, 2, 1] }, 3),
      [
        [1, 5],
        [2, 3],
        [3, 3],
        [4, 1],
      ],
    ],
    [
      "an odd cent to the lower boat",
      tied,
      placesOnly({ split: [49, 36, 15] }, 1.25),
      [
        [1, 2.45],
        [2, 1.28],
        [3, 1.27],
      ],
    ],
    [
      "by the size of the field, small",
      three,
      placesOnly({
        split: [
          { from: 1, split: [1] },
          { from: 4, split: [2, 1] },
        ],
      }),
      [[1, 30]],
    ],
    [
      "by the size of the field, large",
      tied,
      placesOnly({
        split: [
          { from: 1, split: [1] },
          { from: 4, split: [3, 1] },
        ],
      }),
      [
        [1, 30],
        [2, 5],
        [3, 5],
      ],
    ],
    [
      "nobody caught: all who fished share",
      [alone(1, zero), alone(2, zero), alone(3, zero), buyIn(4)],
      placesOnly({ split: [1] }),
      [
        [1, 13.34],
        [2, 13.33],
        [3, 13.33],
      ],
    ],
  ];
  for (const [label, entries, money, expected] of table) {
    test(label, () => assert.deepEqual(paid(entries, money), expected));
  }

  test("what rounding leaves, or lacks, is the club's where the rules say so", () => {
    const money = {
      ...placesOnly({ split: [50, 30, 20], roundTo: 1, remainder: "club" }, 5),
      keeps: { club: 1 },
      fee: 6,
    };
    const { payouts, keeps } = scoreTournament(tournament(three), rulesWith(money)).money!;
    assert.deepEqual(
      payouts.map(({ cents }) => cents),
      [8_00, 5_00, 3_00],
    );
    assert.deepEqual(keeps, [{ name: "club", cents: 2_00 }]);
  });

  test("nobody fished: it stays with the club", () => {
    const { payouts, keeps, taken } = scoreTournament(
      tournament([buyIn(1)]),
      rulesWith(placesOnly({ split: [1] })),
    ).money!;
    assert.deepEqual([payouts, keeps, taken], [[], [{ name: "club", cents: 10_00 }], 10_00]);
  });

  test("the purse really taken stands for the fees' shares", () => {
    assert.deepEqual(paid(three, placesOnly({ split: [50, 30, 20], roundTo: 1 }), { purse: 1131 }), [
      [1, 566],
      [2, 339],
      [3, 226],
    ]);
  });

  test("an event's own fee and shares stand for the season's", () => {
    const own = { fee: 100, per: "boat" as const, keeps: { charity: 100 } };
    const { money } = scoreTournament(tournament(three, { money: own }), preset("sabc-individual"));
    assert.deepEqual(
      [money?.owed, money?.payouts, money?.keeps],
      [300_00, [], [{ name: "charity", cents: 300_00 }]],
    );
  });

  test("a season without money has none", () => {
    const rules = rulesOf({
      version: 1,
      name: "A club",
      ranked: "angler",
      limit: { fish: 5, per: "angler" },
    });
    assert.equal(scoreTournament(tournament(three), rules).money, null);
  });
});

describe("the fees", () => {
  const two = [aboard(1), aboard(2)];
  const table: [label: string, entries: EntryFacts[], perAngler: number, perBoat: number][] = [
    ["each aboard, or the boat", [boat(1, { crew: two })], 2, 1],
    ["the disqualified pay", [boat(1, { crew: two, outcome: "disqualified" })], 2, 1],
    ["a buy-in pays", [buyIn(1)], 1, 1],
    ["who did not fish does not", [boat(1, { crew: two, outcome: "did-not-fish" })], 0, 0],
    [
      "one of two stayed at home",
      [boat(1, { crew: [aboard(1), aboard(2, { outcome: "did-not-fish" })] })],
      1,
      1,
    ],
  ];
  for (const [label, entries, perAngler, perBoat] of table) {
    test(label, () => {
      const owed = (per: "angler" | "boat") =>
        scoreTournament(tournament(entries), rulesWith({ fee: 1, per, keeps: { club: 1 } })).money?.owed;
      assert.deepEqual([owed("angler"), owed("boat")], [perAngler * 100, perBoat * 100]);
    });
  }
});

describe("whatever is caught", () => {
  const caught = fc.array(
    fc.record({
      fish: fc.integer({ min: 0, max: 5 }),
      pounds: fc.integer({ min: 1, max: 6 }),
      member: fc.boolean(),
    }),
    { minLength: 0, maxLength: 12 },
  );

  test("payouts, pots and keeps sum to the money taken, and nobody pays in", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
    const terms = fc.record({
      share: fc.integer({ min: 0, max: 5_000 }),
      pot: fc.integer({ min: 0, max: 900 }),
      club: fc.integer({ min: 0, max: 900 }),
      roundTo: fc.constantFrom(0.01, 0.25, 1, 5),
      remainder: fc.constantFrom("first" as const, "club" as const),
      to: fc.constantFrom("angler" as const, "boat" as const),
      split: parts,
    });
    fc.assert(
      fc.property(caught, terms, (bags, { share, pot, club, ...places }) => {
        const money: Money = {
          fee: (share + pot + club) / 100,
          per: "angler",
          places: { share: share / 100, ...places },
          pots: [{ name: "Big bass", share: pot / 100 }],
          keeps: { club: club / 100 },
        };
        const entries = bags.map(({ fish, pounds, member }, at) =>
          alone(at + 1, fish ? { fish, gross: `${pounds}.00` } : zero, { wasMember: member }),
        );
        const split = scoreTournament(tournament(entries), rulesWith(money, "ruling")).money!;
        const sum = [...split.payouts, ...split.keeps].reduce((total, { cents }) => total + cents, 0);
        assert.equal(sum + split.pots.reduce((total, { added }) => total + added, 0), split.taken);
        assert.equal(split.taken, split.owed);
        assert.ok(split.payouts.every(({ cents }) => cents > 0));
      }),
    );
  });

  test("the two rankings agree: what anglers weighed is what boats weighed", () => {
    fc.assert(
      fc.property(caught, (bags) => {
        const entries = bags.map(({ fish, pounds, member }, at) =>
          alone(at + 1, fish ? { fish, gross: `${pounds}.00` } : zero, { wasMember: member }),
        );
        const { anglers, boats, limits } = scoreTournament(tournament(entries), preset("sabc-individual"));
        const sum = (rows: typeof anglers) => rows.reduce((total, { net }) => total + (net ?? 0), 0);
        assert.equal(sum(anglers), sum(boats));
        assert.equal(anglers.filter(({ limit }) => limit).length, limits);
        assert.deepEqual(
          anglers.map(({ zero }) => zero),
          boats.map(({ zero }) => zero),
        );
      }),
    );
  });
});

test("zeros are boats that fished and caught nothing; limits are bags", () => {
  const score = scoreTournament(
    tournament([
      team(1, { fish: 5, gross: "9.00" }),
      team(2, zero),
      { ...team(3, zero), outcome: "disqualified" },
      team(4, null),
    ]),
    preset("sabc-team"),
  );
  assert.deepEqual([score.limits, score.zeros, score.notWeighed], [1, 2, [4]]);
});

test("the big bass of an event is the heaviest of anyone's, shared when equal", () => {
  const entries = [
    team(1, { fish: 1, gross: "7.00", big: "7.00" }, [false]),
    team(2, { fish: 1, gross: "7.00", big: "7.00" }),
  ];
  const { bigBass } = scoreTournament(tournament(entries), preset("sabc-team"));
  assert.deepEqual([bigBass?.weight, bigBass?.bags.map(({ entryId }) => entryId)], [70_000, [1, 2]]);
});
