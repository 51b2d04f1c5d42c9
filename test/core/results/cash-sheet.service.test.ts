import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { getCashSheet } from "#core/results/cash-sheet.service.ts";
import { takePayment, voidPayment } from "#core/results/entry-payment.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();

const take = (input: Parameters<typeof takePayment>[1]) =>
  app.write(tester, (work) => takePayment(work, input));
const sheetOf = (tournament: number) => app.read(tester, (work) => getCashSheet(work, { tournament }));

describe("an individual tournament", async () => {
  const fish = (weight: string, big?: string) => ({ fish: 3, weight, ...(big ? { big } : {}) });
  const id = await holdTournament(app, {
    day: "2025-03-23",
    name: "March",
    boats: [
      { crew: ["Ann", "Bob"], bags: [fish("9.00", "5.50"), fish("4.00")] },
      { crew: ["Cal*", "Dee"], bags: [fish("6.00"), fish("7.00")], disqualified: ["Dee"] },
      { crew: ["Eve"], bags: [fish("6.00")] },
      { crew: ["Jim"], kind: "buy-in" },
    ],
  });

  test("an angler pays one fee, a boat what is open, and too much is refused", async () => {
    const ann = await take({ tournament: id, angler: "ann", method: "cash" });
    assert.deepEqual(
      [ann.boatNumber, ann.crew.map(({ name }) => name), ann.cents, ann.unpaid],
      [1, ["Ann", "Bob"], 25_00, 25_00],
    );
    const rest = await take({ tournament: id, boat: 1, method: "venmo" });
    assert.deepEqual([rest.cents, rest.paid, rest.unpaid], [25_00, 50_00, 0]);
    assert.deepEqual(await refused(take({ tournament: id, angler: "Bob", method: "cash" })), [
      "conflict",
      "nothing-open",
      "Boat 1 (Ann + Bob) has paid $50.00; nothing is open.",
    ]);
    assert.deepEqual(await refused(take({ tournament: id, boat: 2, amount: 250_00, method: "cash" })), [
      "conflict",
      "payment-over-owed",
      "$250.00 is more than is open: Boat 2 (Cal + Dee) owes $50.00.",
    ]);
  });

  test("who is not there cannot pay", async () => {
    assert.deepEqual((await refused(take({ tournament: id, boat: 9, method: "cash" }))).slice(0, 2), [
      "not-found",
      "boat-not-found",
    ]);
    await holdTournament(app, { day: "2025-04-27", boats: [{ crew: ["Zoe"] }] });
    assert.deepEqual((await refused(take({ tournament: id, angler: "Zoe", method: "cash" }))).slice(0, 2), [
      "not-found",
      "angler-not-aboard",
    ]);
    assert.equal(
      (await refused(take({ tournament: id, angler: "Nobody", method: "cash" })))[1],
      "angler-not-found",
    );
  });

  test("a voided payment stays with its reason, counts for nothing, and is open again", async () => {
    const { id: payment } = await take({ tournament: id, angler: "Jim", method: "check" });
    const voidIt = () => app.write(tester, (work) => voidPayment(work, { payment, reason: "it bounced" }));
    const { unpaid, cents } = await voidIt();
    assert.deepEqual([unpaid, cents], [25_00, 25_00]);
    assert.equal((await refused(voidIt()))[1], "payment-already-voided");
    assert.equal(
      (await refused(app.write(tester, (work) => voidPayment(work, { payment: 999, reason: "no" }))))[1],
      "payment-not-found",
    );
    const [record] = await app.read(tester, (work) => listAudit(work, { verb: "voidPayment" }));
    assert.equal(record?.reason, "it bounced");
  });

  test("the sheet tells who owes, who paid, and where the fees go", async () => {
    const { lines, sums, payouts, pots, notWeighed } = await sheetOf(id);
    assert.deepEqual(
      lines.map(({ boatNumber, crew, owed, paid, unpaid }) => [
        boatNumber,
        crew.map(({ angler, member, outcome }) => `${angler.name} ${member} ${outcome}`),
        owed,
        paid,
        unpaid,
      ]),
      [
        [1, ["Ann true fished", "Bob true fished"], 50_00, 50_00, 0],
        [2, ["Cal false fished", "Dee true disqualified"], 50_00, 0, 50_00],
        [3, ["Eve true fished"], 25_00, 0, 25_00],
        [null, ["Jim true buy-in"], 25_00, 0, 25_00],
      ],
    );
    assert.deepEqual(
      lines[3]!.payments.map(({ cents, method, voided }) => [cents, method, voided?.reason]),
      [[25_00, "check", "it bounced"]],
    );
    // 6 fees; second and third place tie: 30.00 + 24.00 shared.
    assert.deepEqual([sums.owed, sums.taken, sums.paid, sums.unpaid], [150_00, 150_00, 50_00, 100_00]);
    assert.deepEqual(sums.methods, { cash: 25_00, venmo: 25_00, check: 0 });
    assert.deepEqual(
      sums.split.map(({ name, cents }) => [name, cents]),
      [
        ["Place money", 96_00],
        ["Big bass", 24_00],
        ["club", 18_00],
        ["charity", 12_00],
      ],
    );
    assert.deepEqual(
      payouts.map(({ to, words, cents }) => [to.map(({ name }) => name).join(" + "), words, cents]),
      [
        ["Ann + Bob", "1st place", 42_00],
        ["Cal + Dee", "2nd place, shared", 27_00],
        ["Eve", "2nd place, shared", 27_00],
      ],
    );
    assert.deepEqual(
      pots.map(({ name, before, added, paid, after }) => [name, before, added, paid, after]),
      [["Big bass", 0, 24_00, 24_00, 0]],
    );
    assert.equal(notWeighed, 0);
  });

  test("two officers at one boat take its money once", async () => {
    const both = await Promise.allSettled([
      take({ tournament: id, boat: 2, method: "cash" }),
      take({ tournament: id, boat: 2, method: "cash" }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
    assert.equal((await sheetOf(id)).lines[1]!.paid, 50_00);
  });
});

describe("a team tournament", async () => {
  const id = await holdTournament(app, {
    day: "2026-03-22",
    rules: "sabc-team",
    boats: [
      { crew: ["Ann", "Bob"], bags: [{ fish: 5, weight: "12.00", big: "4.00" }] },
      { crew: ["Cal*", "Dee"] },
      { crew: ["Eve", "Fay"], outcome: "did-not-fish" },
    ],
  });

  test("the boat owes, and who did not fish does not", async () => {
    assert.equal((await take({ tournament: id, angler: "Bob", method: "check" })).cents, 50_00);
    assert.equal((await take({ tournament: id, boat: 2, amount: 20_00, method: "cash" })).unpaid, 30_00);
    assert.equal((await refused(take({ tournament: id, boat: 3, method: "cash" })))[1], "nothing-owed");
    const { sums, notWeighed } = await sheetOf(id);
    assert.deepEqual([sums.owed, sums.paid, sums.unpaid, notWeighed], [100_00, 70_00, 30_00, 1]);
  });

  test("late money is taken when the results are official too", async () => {
    await app.write(tester, (work) =>
      makeOfficial(work, { tournament: id, override: { decidedBy: "the officers", reason: "agreed" } }),
    );
    assert.equal((await take({ tournament: id, boat: 2, method: "venmo" })).unpaid, 0);
    const { pots } = await sheetOf(id);
    assert.deepEqual([pots[0]?.added, pots[0]?.paid], [16_00, 0]);
  });

  test("before the first bag nothing is paid out", async () => {
    const next = await holdTournament(app, {
      day: "2026-04-26",
      rules: "sabc-team",
      boats: [{ crew: ["Ann"] }],
    });
    assert.deepEqual((await sheetOf(next)).payouts, []);
  });
});

test("a season without money has no cash sheet", async () => {
  const rules = { version: 1, name: "Free", ranked: "boat", limit: { fish: 5, per: "boat" } } as const;
  const id = await holdTournament(app, { day: "2024-03-22", rules, boats: [{ crew: ["Ann"] }] });
  assert.equal((await refused(sheetOf(id)))[1], "no-entry-fee");
  assert.equal((await refused(take({ tournament: id, boat: 1, method: "cash" })))[1], "no-entry-fee");
});

test("who paid is nobody's business but the officers'", async () => {
  assert.equal(
    (await refused(app.read(visitor, (work) => getCashSheet(work, { tournament: "2026-01" }))))[1],
    "officers-only",
  );
  const input = { tournament: "2026-01", boat: 1, method: "cash" as const };
  assert.equal((await refused(app.write(visitor, (work) => takePayment(work, input))))[1], "role-required");
});
