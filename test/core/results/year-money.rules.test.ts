import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { cashLines, type CashSums, cashSums } from "#core/results/cash-sheet.rules.ts";
import { yearBalance } from "#core/results/year-balance.rules.ts";
import { duesOfYear, potsOfYear, tournamentsMoney } from "#core/results/year-money.rules.ts";
import { play, randomYear, type RandomYear } from "../../support/random-year.ts";

const dues = duesOfYear([
  { method: "cash", payments: 3, cents: 75_00 },
  { method: "venmo", payments: 1, cents: 20_00 },
  { method: "waived", payments: 2, cents: 0 },
]);

function report(year: RandomYear) {
  const { rules, events, payments, movements } = play(year);
  const held = events.map(({ id, facts, score, official }) => ({
    tournament: {
      id,
      number: id,
      name: `No ${id}`,
      firstDay: "2026-01-10",
      state: official ? "official" : "weighing",
    } as const,
    facts,
    score,
    money: rules.money,
  }));
  const tournaments = tournamentsMoney(held, payments);
  const pots = potsOfYear({ year: 2026, movements, tournaments });
  const sheets = events.map(({ facts, score }) => {
    const naming = (id: number) => ({ id, name: String(id) });
    const taken = payments.map((one, at) => ({
      ...one,
      id: at,
      on: "2026-01-10",
      recordedBy: "root",
      voided: null,
    }));
    const lines = cashLines({ facts, score, money: rules.money!, payments: taken, naming });
    return cashSums(lines, score.money!);
  });
  return { tournaments, pots, sheets, balance: yearBalance({ dues, tournaments, pots }) };
}

const sum = <One>(list: readonly One[], field: (one: One) => number): number =>
  list.reduce((all, one) => all + field(one), 0);
const goes = (sheet: CashSums, ...kinds: CashSums["split"][number]["kind"][]): number =>
  sum(sheet.split, ({ kind, cents }) => (kinds.includes(kind) ? cents : 0));

describe("a year's money, whatever was weighed, paid, adjusted and put right", () => {
  const holds = (law: (year: ReturnType<typeof report>) => void): void =>
    fc.assert(
      fc.property(randomYear, (year) => law(report(year))),
      { numRuns: 150 },
    );

  test("comes to the same on both sides, to the cent", () => {
    holds(({ balance }) => {
      assert.equal(balance.difference, 0);
      assert.equal(
        sum(balance.sources, ({ cents }) => cents),
        balance.together,
      );
      assert.equal(
        sum(balance.uses, ({ cents }) => cents),
        balance.together,
      );
    });
  });

  test("agrees with the cash sheets, tournament by tournament", () => {
    holds(({ tournaments, sheets }) => {
      for (const [at, sheet] of sheets.entries()) {
        const one = tournaments[at]!;
        const { owed, paid, unpaid, overpaid, methods, purseAdded } = one;
        const { split: _, ...rest } = sheet;
        const taken = owed + purseAdded;
        assert.deepEqual({ owed, paid, unpaid, overpaid, methods, purseAdded, taken }, rest);
        assert.equal(one.places, goes(sheet, "places"));
        assert.equal(
          sum(one.pots, ({ cents }) => cents),
          goes(sheet, "pot"),
        );
        assert.equal(sum(one.keeps, ({ cents }) => cents) + one.rests, goes(sheet, "keep"));
        assert.ok(one.buyIns.cents <= one.owed);
      }
    });
  });

  test("has pots that are what they were, with what came in and went out", () => {
    holds(({ pots, tournaments }) => {
      for (const { before, fees, adjusted, paid, keptByClub, after } of pots) {
        assert.equal(before + fees + adjusted - paid - keptByClub, after);
      }
      const shares = sum(tournaments, (one) => sum(one.pots, ({ cents }) => cents));
      assert.equal(
        sum(pots, ({ fees, coming }) => fees + coming),
        shares,
      );
    });
  });
});

test("a year in which nothing happened is dues alone", () => {
  const { sources, uses, together } = yearBalance({ dues, tournaments: [], pots: [] });
  assert.deepEqual(
    [sources, uses, together],
    [
      [
        { kind: "dues", words: "Dues, cash", cents: 75_00 },
        { kind: "dues", words: "Dues, Venmo", cents: 20_00 },
      ],
      [{ kind: "dues", words: "Dues for the club", cents: 95_00 }],
      95_00,
    ],
  );
  assert.deepEqual([dues.payments, dues.waived], [4, 2]);
});

test("a ledger that someone changed behind the program's back is noticed", () => {
  const pots = [
    { name: "Big bass", before: 0, fees: 8_00, adjusted: 0, paid: 0, keptByClub: 0, after: 8_00, coming: 0 },
  ];
  assert.equal(yearBalance({ dues, tournaments: [], pots }).difference, -8_00);
});
