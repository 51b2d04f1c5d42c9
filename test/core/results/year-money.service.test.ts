import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { recordDues } from "#core/membership/pay-dues.service.ts";
import { voidDues } from "#core/membership/void-dues.service.ts";
import { adjustPot } from "#core/pots/adjust-pot.service.ts";
import { type CashSheet, getCashSheet } from "#core/results/cash-sheet.service.ts";
import { correctResult } from "#core/results/correct.service.ts";
import { takePayment, voidPayment } from "#core/results/entry-payment.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { getYearMoney } from "#core/results/year-money.service.ts";
import type { PresetName } from "#core/seasons/presets.rules.ts";
import type { Work } from "#core/work.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { type Boat, holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
await moveClock(app, "2026-12-01");
const change = <T>(verb: (work: Work) => Promise<T>): Promise<T> => app.write(tester, verb);
const moneyOf = (year: number) => app.read(tester, (work) => getYearMoney(work, { year }));
const sheetOf = (tournament: number) => app.read(tester, (work) => getCashSheet(work, { tournament }));

const fish = (weight: string, big?: string) => ({ fish: 3, weight, ...(big ? { big } : {}) });
/** A tie for first, a disqualified angler, guests, a boat that stayed at home. */
const boats = (big: string, teams: boolean): Boat[] => [
  { crew: ["Ann", "Bob"], bags: teams ? [fish("9.00", big)] : [fish("9.00", big), fish("4.00")] },
  {
    crew: ["Cal*", "Dee"],
    bags: teams ? [fish("6.00")] : [fish("6.00"), fish("7.00")],
    ...(teams ? {} : { disqualified: ["Dee"] }),
  },
  { crew: ["Eve"], bags: [fish("2.00")] },
  { crew: ["Gus*"], outcome: "did-not-fish" },
  ...(teams ? [] : [{ crew: ["Jim"], kind: "buy-in" as const }]),
];

async function holdYear(year: number, rules: PresetName): Promise<number[]> {
  const teams = rules === "sabc-team";
  const ids: number[] = [];
  for (const [at, big] of ["4.00", "5.50", "6.00"].entries()) {
    const day = `${year}-0${at + 1}-20`;
    ids.push(await holdTournament(app, { day, boats: boats(big, teams), rules }));
  }
  for (const tournament of ids.slice(0, teams ? 2 : 3))
    await change((work) => makeOfficial(work, { tournament }));
  const [first] = ids as [number, number, number];
  await change((work) => takePayment(work, { tournament: first, boat: 1, method: "cash" }));
  await change((work) =>
    takePayment(work, { tournament: first, angler: "Eve", amount: 10_00, method: "venmo" }),
  );
  const slip = await change((work) => takePayment(work, { tournament: first, boat: 2, method: "check" }));
  await change((work) => voidPayment(work, { payment: slip.id, reason: "bounced" }));
  await change((work) => adjustPot(work, { pot: "Big bass", cents: 7_77, reason: "found" }));
  const correction = { tournament: first, angler: "Ann", bigBass: 55_000, reason: "Photo" };
  await change((work) => correctResult(work, correction));
  return ids;
}

describe("the money of a year", async () => {
  const years = [
    [2025, "sabc-individual"],
    [2026, "sabc-team"],
  ] as const;
  const held = new Map<number, number[]>();
  for (const [year, rules] of years) held.set(year, await holdYear(year, rules));
  await change(async (work) => {
    await addMembers(work, {
      members: [
        { name: "Kay", status: "member", joinedOn: "2020-01-01" },
        { name: "Lee", status: "member" },
      ],
    });
    const [bounced] = await recordDues(work, {
      payments: [
        { angler: "Kay", method: "check", paidOn: "2025-01-10" },
        { angler: "Lee", method: "venmo", paidOn: "2026-11-01" },
        { angler: "Ann", method: "waived", paidOn: "2026-01-10" },
      ],
    });
    await voidDues(work, { payment: bounced!.id, reason: "bounced" });
    await recordDues(work, { payments: [{ angler: "Kay", method: "cash", paidOn: "2025-01-20" }] });
  });

  for (const [year, rules] of years) {
    test(`${rules}: adds up, and agrees with the sum of its cash sheets`, async () => {
      const { tournaments, pots, balance } = await moneyOf(year);
      const sheets = await Promise.all(held.get(year)!.map(sheetOf));
      const over = (field: (sums: CashSheet["sums"]) => number): number =>
        sheets.reduce((all, { sums }) => all + field(sums), 0);
      const sum = (field: (one: (typeof tournaments)[number]) => number): number =>
        tournaments.reduce((all, one) => all + field(one), 0);
      assert.equal(balance.difference, 0);
      for (const name of ["owed", "paid", "unpaid", "overpaid", "purseAdded"] as const) {
        assert.equal(
          sum((one) => one[name]),
          over((sums) => sums[name]),
          name,
        );
      }
      const goes = (kind: string): number =>
        over(({ split }) => split.reduce((all, one) => (one.kind === kind ? all + one.cents : all), 0));
      const [bass] = pots;
      assert.equal(
        sum((one) => one.places),
        goes("places"),
      );
      assert.equal(bass!.fees + bass!.coming, goes("pot"));
      assert.equal(
        sum((one) => one.rests + one.keeps.reduce((all, { cents }) => all + cents, 0)),
        goes("keep"),
      );
      if (bass!.coming > 0) assert.equal(sheets.at(-1)!.pots[0]!.before, bass!.after);
    });
  }

  test("tells dues by the day and the way they were paid, without the voided", async () => {
    const none = { cash: 0, venmo: 0, check: 0 };
    assert.deepEqual((await moneyOf(2025)).dues, {
      cents: 25_00,
      methods: { ...none, cash: 25_00 },
      payments: 1,
      waived: 0,
    });
    assert.deepEqual((await moneyOf(2026)).dues, {
      cents: 25_00,
      methods: { ...none, venmo: 25_00 },
      payments: 1,
      waived: 1,
    });
  });

  test("is for officers, of a year that has a season, and costs the same however much was held", async () => {
    const visit = app.read(visitor, (work) => getYearMoney(work, { year: 2026 }));
    assert.equal((await refused(visit))[1], "officers-only");
    assert.equal((await refused(moneyOf(2031)))[1], "season-not-found");
    const officer = { ...visitor, roles: ["treasurer"] as const };
    const cost = await countQueriesOf(app, async (work) => {
      await getYearMoney({ ...work, actor: officer, deed: null }, { year: 2026 });
    });
    assert.equal(cost, 7);
  });
});
