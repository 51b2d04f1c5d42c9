import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { cashLines, cashSums, type Payment } from "#core/results/cash-sheet.rules.ts";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import type { EventChangesDocument } from "#core/seasons/event-changes.schemas.ts";
import type { PresetName } from "#core/seasons/presets.rules.ts";
import type { Rules } from "#core/seasons/rules.schemas.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, bag, boat, buyIn, preset, rulesOf, team, tournament } from "../../support/facts.ts";

const payment = (entryId: number, cents: number, more: Partial<Payment> = {}): Payment => ({
  id: 1,
  entryId,
  cents,
  method: "cash",
  on: "2026-03-22",
  recordedBy: "Bob",
  voided: null,
  ...more,
});

interface Field {
  rules: Rules;
  entries: EntryFacts[];
  payments?: Payment[];
  changes?: EventChangesDocument;
}

function sheetOf({ rules, entries, payments = [], changes = {} }: Field) {
  const facts = tournament(entries, changes);
  const score = scoreTournament(facts, rules);
  const money = facts.changes.money ?? rules.money!;
  const naming = (id: number) => ({ id, name: `Angler ${id}` });
  const lines = cashLines({ facts, score, money, payments, naming });
  return { lines, sums: cashSums(lines, score.money!) };
}

const owing = ({ lines }: ReturnType<typeof sheetOf>) =>
  lines.map(({ boatNumber, outcome, owed, paid, unpaid, overpaid }) => [
    boatNumber,
    outcome,
    owed,
    paid,
    unpaid,
    overpaid,
  ]);

const split = ({ sums }: ReturnType<typeof sheetOf>) =>
  Object.fromEntries(sums.split.map(({ name, cents }) => [name, cents]));

/** Two in a boat, each with a bag, where anglers bring them. */
const pair = (id: number, pounds: [number, number], more: Partial<EntryFacts> = {}): EntryFacts => ({
  ...boat(id, {
    crew: [aboard(id * 10 + 1), aboard(id * 10 + 2, { wasMember: false })],
    bags: pounds.map((weight, at) => bag({ anglerId: id * 10 + at + 1, fish: 2, gross: `${weight}.00` })),
  }),
  ...more,
});

describe("the cash sheet of anglers", () => {
  const field: Field = {
    rules: preset("sabc-individual"),
    entries: [
      pair(2, [9, 8], { outcome: "disqualified" }),
      buyIn(7),
      pair(1, [6, 6]),
      boat(3, { crew: [aboard(31), aboard(32, { outcome: "did-not-fish" })] }),
      boat(4, { outcome: "did-not-fish", crew: [aboard(41)] }),
    ],
    payments: [
      payment(1, 25_00),
      payment(1, 25_00, { method: "venmo" }),
      payment(2, 25_00),
      payment(3, 10_00, { method: "check" }),
      payment(3, 15_00, { voided: { on: "2026-03-22", reason: "twice" } }),
      payment(4, 25_00),
    ],
  };

  test("guests, the disqualified and buy-ins owe; who did not fish gets the money back", () => {
    assert.deepEqual(owing(sheetOf(field)), [
      [1, "fished", 50_00, 50_00, 0, 0],
      [2, "disqualified", 50_00, 25_00, 25_00, 0],
      [3, "fished", 25_00, 10_00, 15_00, 0],
      [4, "did-not-fish", 0, 25_00, 0, 25_00],
      [null, "buy-in", 25_00, 0, 25_00, 0],
    ]);
  });

  test("the sums say what is owed, what is in the box by method, and where it goes", () => {
    const { sums } = sheetOf(field);
    const { split: _, ...rest } = sums;
    assert.deepEqual(rest, {
      owed: 150_00,
      paid: 110_00,
      unpaid: 65_00,
      overpaid: 25_00,
      methods: { cash: 75_00, venmo: 25_00, check: 10_00 },
      purseAdded: 0,
      taken: 150_00,
    });
    assert.deepEqual(split({ lines: [], sums }), {
      "Place money": 96_00,
      "Big bass": 24_00,
      club: 18_00,
      charity: 12_00,
    });
  });

  test("an event's own purse is told beside the fees", () => {
    const { sums } = sheetOf({ ...field, changes: { purse: 100 } });
    assert.deepEqual([sums.owed, sums.purseAdded, sums.taken], [150_00, 4_00, 154_00]);
    assert.equal(split({ lines: [], sums })["Place money"], 100_00);
  });
});

test("worked example J: five boats of two, ten anglers", () => {
  const boats = [1, 2, 3, 4, 5].map((id) => team(id, { fish: 1, gross: `${id}.00` }));
  const teams = sheetOf({ rules: preset("sabc-team"), entries: boats });
  assert.deepEqual([teams.sums.owed, split(teams)], [250_00, { "Place money": 210_00, "Big bass": 40_00 }]);
  const anglers = sheetOf({
    rules: preset("sabc-individual"),
    entries: [1, 2, 3, 4, 5].map((id) => pair(id, [id, id])),
  });
  assert.deepEqual(split(anglers), {
    "Place money": 160_00,
    "Big bass": 40_00,
    club: 30_00,
    charity: 20_00,
  });
  assert.equal(anglers.sums.owed, 250_00);
});

describe("whatever the field and whoever paid", () => {
  const outcome = fc.constantFrom("fished", "fished", "fished", "disqualified", "did-not-fish" as const);
  const one = fc.record({
    kind: fc.constantFrom("boat", "boat", "boat", "buy-in" as const),
    crew: fc.array(
      fc.record({
        member: fc.boolean(),
        outcome: fc.option(outcome),
        ounces: fc.integer({ min: 0, max: 4 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    outcome,
    paid: fc.array(
      fc.record({
        cents: fc.integer({ min: 1, max: 60_00 }),
        method: fc.constantFrom("cash", "venmo", "check" as const),
        voided: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  });
  // Odd fees with odd parts, so that cents are left over; few weights, so that many tie.
  const oddMoney = fc.record({
    places: fc.integer({ min: 0, max: 3_333 }),
    pot: fc.integer({ min: 0, max: 777 }),
    club: fc.integer({ min: 0, max: 333 }),
    split: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
    remainder: fc.constantFrom("first", "club" as const),
    roundTo: fc.constantFrom(0.01, 1),
  });
  const clubs = fc.record({
    format: fc.constantFrom<PresetName>("sabc-individual", "sabc-team"),
    odd: fc.option(oddMoney),
    purse: fc.option(fc.integer({ min: 0, max: 999_99 })),
  });

  function rulesFor({
    format,
    odd,
  }: {
    format: PresetName;
    odd: typeof oddMoney extends fc.Arbitrary<infer M> ? M | null : never;
  }): Rules {
    const rules = preset(format);
    if (odd === null) return rules;
    const { places, pot, club, ...terms } = odd;
    const { money } = rulesOf({
      version: 1,
      name: "Odd cents",
      ranked: "boat",
      limit: { fish: 5, per: "boat" },
      money: {
        fee: (places + pot + club) / 100,
        per: format === "sabc-team" ? "boat" : "angler",
        places: { share: places / 100, to: "boat", ...terms },
        pots: [{ name: "Big bass", share: pot / 100 }],
        keeps: { club: club / 100 },
      },
    });
    return { ...rules, money };
  }

  test("the sums equal the money taken, in both formats", () => {
    fc.assert(
      fc.property(clubs, fc.array(one, { maxLength: 12 }), ({ format, odd, purse }, field) => {
        const perAngler = format === "sabc-individual";
        const entries = field.map(({ kind, crew, outcome }, at): EntryFacts => {
          const id = at + 1;
          const people = crew.map((each, berth) =>
            aboard(id * 10 + berth, { wasMember: each.member, outcome: perAngler ? each.outcome : null }),
          );
          if (kind === "buy-in") return buyIn(id);
          const bags = crew
            .slice(0, perAngler ? 2 : 1)
            .map(({ ounces }, berth) =>
              bag({ anglerId: perAngler ? id * 10 + berth : null, fish: ounces, gross: `${ounces}.00` }),
            );
          return boat(id, { outcome, crew: people, bags });
        });
        const payments = field.flatMap(({ paid }, at) =>
          paid.map(({ cents, method, voided }) =>
            payment(at + 1, cents, { method, voided: voided ? { on: "2026-03-22", reason: "no" } : null }),
          ),
        );
        const changes = purse === null ? {} : { purse: purse / 100 };
        const { lines, sums } = sheetOf({ rules: rulesFor({ format, odd }), entries, payments, changes });
        const total = (amounts: number[]) => amounts.reduce((sum, cents) => sum + cents, 0);
        // Where it goes = what is owed and the purse's addition.
        assert.equal(total(sums.split.map(({ cents }) => cents)), sums.taken);
        assert.equal(sums.owed + sums.purseAdded, sums.taken);
        // What is owed = what is in the box + what is open − what goes back.
        assert.equal(sums.paid + sums.unpaid - sums.overpaid, sums.owed);
        assert.equal(total(Object.values(sums.methods)), sums.paid);
        assert.equal(total(payments.map(({ cents, voided }) => (voided === null ? cents : 0))), sums.paid);
        for (const line of lines) {
          assert.equal(line.paid + line.unpaid - line.overpaid, line.owed);
          assert.ok(line.unpaid === 0 || line.overpaid === 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
