import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { potLines } from "#core/pots/pot-ledger.rules.ts";
import { type PotDraw, seasonPotWinners, settlePot } from "#core/pots/pot.rules.ts";
import { potCatches } from "#core/pots/pot-catch.rules.ts";
import { shareEqually } from "#core/pots/share.rules.ts";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, bag, boat, rulesOf, team, tournament } from "../../support/facts.ts";

type Pot = NonNullable<NonNullable<RulesDocument["money"]>["pots"]>[number];

const rulesWith = (pot: Omit<Pot, "name">) =>
  rulesOf({
    version: 1,
    name: "A club",
    ranked: "boat",
    limit: { fish: 5, per: "boat" },
    money: { fee: pot.share ?? 0, per: "boat", pots: [{ name: "Pot", ...pot }] },
  });

/** The entries a pot pays at one event, and what. */
function pays(pot: Omit<Pot, "name">, entries: EntryFacts[], { carried = 0, joined = [] as number[] } = {}) {
  const facts = { ...tournament(entries), potMembers: new Map([["Pot", new Set(joined)]]) };
  const [draw] = scoreTournament(facts, rulesWith(pot)).money!.pots;
  const settled = settlePot({ draw: draw!, carried: carried * 100 });
  return {
    paid: settled.paid.map(({ to, cents }) => [to.entryId, cents / 100]),
    after: settled.after / 100,
    toClub: settled.toClub / 100,
  };
}

const bass = (big: string) => ({ fish: 2, gross: "12.00", big });

describe("who wins a pot", () => {
  const table: [
    label: string,
    pot: Omit<Pot, "name">,
    entries: EntryFacts[],
    joined: number[],
    paid: number[][],
    after: number,
  ][] = [
    ["the heaviest", { share: 8 }, [team(1, bass("4.00")), team(2, bass("4.50"))], [], [[2, 16]], 0],
    [
      "equal fish share, the odd cent to the lower boat",
      { share: 0.75 },
      [team(2, bass("4.00")), team(1, bass("4.00")), team(3, null)],
      [],
      [
        [1, 1.13],
        [2, 1.12],
      ],
      0,
    ],
    ["nobody over the weight: it rolls over", { share: 8, over: 5 }, [team(1, bass("5.00"))], [], [], 8],
    ["guests only, where it is a member's", { share: 8 }, [team(1, bass("6.00"), [false, false])], [], [], 8],
    [
      "guests, where it is anyone's",
      { share: 8, to: "anyone" },
      [team(1, bass("6.00"), [false, false])],
      [],
      [[1, 8]],
      0,
    ],
    [
      "the best boat",
      { share: 8, pays: "best-boat" },
      [team(1, { fish: 1, gross: "7.00" }), team(2, { fish: 5, gross: "9.00" })],
      [],
      [[2, 16]],
      0,
    ],
    [
      "no catch, no best boat",
      { share: 8, pays: "best-boat" },
      [team(1, { fish: 0, gross: "0" })],
      [],
      [],
      8,
    ],
    ["one aboard joined", { optional: { fee: 20 } }, [team(1, bass("6.00"))], [11], [[1, 10]], 0],
    ["nobody aboard joined", { optional: { fee: 20 } }, [team(1, bass("6.00"))], [99], [], 10],
    [
      "the whole crew has to have joined",
      { optional: { fee: 20, wholeCrew: true } },
      [team(1, bass("6.00")), team(2, bass("5.00"))],
      [11, 21, 22],
      [[2, 10]],
      0,
    ],
    ["paid at the season's end", { share: 8, every: "season" }, [team(1, bass("6.00"))], [], [], 8],
  ];
  for (const [label, pot, entries, joined, paid, after] of table) {
    test(label, () => {
      const carried = pot.optional ? 10 : 0;
      assert.deepEqual(pays(pot, entries, { carried, joined }), { paid, after, toClub: 0 });
    });
  }

  test("unwon it is the club's where the rules say so", () => {
    assert.deepEqual(pays({ share: 8, unwon: "club" }, [team(1, { fish: 0, gross: "0" })]), {
      paid: [],
      after: 0,
      toClub: 8,
    });
  });

  test("an angler's bag wins by its own angler's membership", () => {
    const crew = [aboard(1), aboard(2, { wasMember: false })];
    const bags = [bag({ anglerId: 1, ...bass("3.00") }), bag({ anglerId: 2, ...bass("6.00") })];
    const rules = rulesOf({
      version: 1,
      name: "A club",
      ranked: "angler",
      limit: { fish: 5, per: "angler" },
      money: { fee: 5, per: "angler", pots: [{ name: "Pot", share: 5 }] },
    });
    const [draw] = scoreTournament(tournament([boat(1, { crew, bags })]), rules).money!.pots;
    assert.deepEqual(
      draw?.rounds[0]?.winners.map(({ anglerId, weight }) => [anglerId, weight]),
      [[1, 30_000]],
    );
  });

  test("a pot a day: half each, an unwon day rolls over", () => {
    const days = (id: number, first: string | null, second: string | null) =>
      boat(id, {
        crew: [aboard(id)],
        bags: [first, second].map((big, at) =>
          bag({ day: at + 1, fish: 2, gross: "9.00", ...(big ? { big } : {}) }),
        ),
      });
    const both = [days(1, "4.00", "3.00"), days(2, "3.50", "6.00")];
    assert.deepEqual(pays({ share: 5, every: "day" }, both), {
      paid: [
        [1, 5],
        [2, 5],
      ],
      after: 0,
      toClub: 0,
    });
    assert.deepEqual(pays({ share: 5, every: "day" }, [days(1, "4.00", null)]), {
      paid: [[1, 2.5]],
      after: 2.5,
      toClub: 0,
    });
  });

  test("a season's pot goes to the heaviest by someone with enough events", () => {
    const rules = rulesWith({ every: "season", optional: { fee: 20, wholeCrew: true, minimumEvents: 5 } });
    const pot = rules.money!.pots[0]!;
    const { boats } = scoreTournament(tournament([team(1, bass("7.00")), team(2, bass("6.00"))]), rules);
    const catches = potCatches({ pot, boats, joined: new Set([11, 12, 21, 22]) });
    const eventsFished = new Map([
      [11, 4],
      [21, 5],
    ]);
    assert.deepEqual(
      seasonPotWinners({ pot, catches, eventsFished }).map(({ entryId }) => entryId),
      [2],
    );
  });
});

describe("the ledger", () => {
  const draw = (added: number, winners: number): PotDraw => ({
    pot: "Pot",
    unwon: "rolls-over",
    forSeason: [],
    added,
    rounds: [
      {
        day: null,
        winners: Array.from({ length: winners }, (_, at) => ({
          entryId: at,
          boatNumber: at,
          anglerId: null,
          crew: [],
          day: null,
          weight: 1,
        })),
      },
    ],
  });

  test("carried and added are paid, kept or held after", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 90_000 }),
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 0, max: 4 }),
        (carried, added, winners) => {
          const settled = settlePot({ draw: draw(added, winners), carried });
          const paid = settled.paid.reduce((sum, { cents }) => sum + cents, 0);
          assert.equal(carried + added, paid + settled.toClub + settled.after);
          assert.equal(
            potLines(settled).reduce((sum, { cents }) => sum + cents, carried),
            settled.after,
          );
        },
      ),
    );
  });

  test("its lines: fees in, payouts out", () => {
    assert.deepEqual(potLines(settlePot({ draw: draw(800, 1), carried: 200 })), [
      { kind: "fees", cents: 800, paidTo: null },
      { kind: "payout", cents: -1_000, paidTo: [] },
    ]);
  });

  test("a pot in debt pays nothing", () => {
    assert.deepEqual(settlePot({ draw: draw(100, 1), carried: -500 }).after, -400);
  });
});

test("shares differ by a cent at most, to the lower boat, then the lower angler; no boat number last", () => {
  const sharers = [
    { boatNumber: null, anglerId: 1 },
    { boatNumber: 2, anglerId: 9 },
    { boatNumber: 2, anglerId: 3 },
    { boatNumber: 1, anglerId: 7 },
  ];
  assert.deepEqual(
    shareEqually(6, sharers).map(({ to, cents }) => [to.anglerId, cents]),
    [
      [7, 2],
      [3, 2],
      [9, 1],
      [1, 1],
    ],
  );
});
