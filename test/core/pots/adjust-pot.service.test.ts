import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { adjustPot } from "#core/pots/adjust-pot.service.ts";
import { joinPot, leavePot, listPotMembers } from "#core/pots/pot-members.service.ts";
import { explainPot } from "#core/pots/pots.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { closeSeason, createSeason } from "#core/seasons/seasons.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
await moveClock(app, "2027-01-05");
await app.write(tester, (work) => createSeason(work, { year: 2026, rules: presets["sabc-team"] }));
const adjust = (cents: number, reason = "the old book", pot = "big BASS") =>
  app.write(tester, (work) => adjustPot(work, { pot, cents, reason }));

describe("a pot is adjusted", () => {
  test("up and down, by lines of their own with the reason", async () => {
    assert.deepEqual(await adjust(120_00), {
      pot: "Big bass",
      season: 2026,
      before: 0,
      cents: 120_00,
      after: 120_00,
    });
    assert.deepEqual((await adjust(-4_50, "miscounted")).after, 115_50);
    const { balance, movements } = await app.read(visitor, (work) => explainPot(work, {}));
    assert.deepEqual(
      [balance, movements.map(({ words }) => words)],
      [115_50, ["Adjustment: +$120.00 (the old book).", "Adjustment: -$4.50 (miscounted)."]],
    );
  });

  test("never below nothing, not by two at once either", async () => {
    assert.deepEqual(await refused(adjust(-115_51)), [
      "conflict",
      "pot-below-zero",
      "Big bass holds $115.50; $115.51 cannot be taken out of it.",
    ]);
    const outcomes = await Promise.allSettled([adjust(-60_00), adjust(-60_00), adjust(-60_00)]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ["fulfilled", "rejected", "rejected"]);
  });

  test("in a season that is not closed", async () => {
    const closed = app.rehearse(tester, async (work) => {
      await createSeason(work, { year: 2027, rules: presets["sabc-team"] });
      await closeSeason(work, { year: 2027 });
      const { season } = await adjustPot(work, { pot: "Big bass", cents: 100, reason: "x" });
      await closeSeason(work, { year: 2026 });
      assert.equal(season, 2026);
      return adjustPot(work, { pot: "Big bass", cents: 100, reason: "x" });
    });
    assert.equal((await refused(closed))[1], "season-closed");
  });

  test("by a treasurer, where there is such a pot", async () => {
    const visit = app.write(visitor, (work) => adjustPot(work, { pot: "Big bass", cents: 1, reason: "x" }));
    assert.equal((await refused(visit))[1], "role-required");
    assert.deepEqual(await refused(adjust(100, "x", "Snook")), [
      "not-found",
      "pot-not-found",
      'There is no pot "Snook". There are: Big bass.',
    ]);
  });
});

describe("an optional pot", { concurrency: false }, () => {
  const team = presets["sabc-team"];
  const optional = { fee: 20, wholeCrew: true };
  const rules = {
    ...team,
    money: {
      ...team.money!,
      pots: [
        ...team.money!.pots!,
        { name: "Side pot", optional },
        { name: "Lunker of the year", every: "season" as const, optional: { fee: 10 } },
      ],
    },
  };
  const boats = [
    { crew: ["Ann", "Bob"], bags: [{ fish: 2, weight: "9", big: "6" }] },
    { crew: ["Cal"], bags: [{ fish: 1, weight: "4", big: "4" }] },
  ];
  const join = (angler: string, given: object = {}) =>
    app.write(tester, (work) => joinPot(work, { pot: "side POT", angler, ...given }));
  const leave = (angler: string, reason = "a slip") =>
    app.write(tester, (work) => leavePot(work, { pot: "Side pot", angler, reason }));
  const ledger = async () =>
    (await app.read(visitor, (work) => explainPot(work, { pot: "Side pot" }))).movements.map(
      ({ words }) => words,
    );

  test("is joined once, for its fee", async () => {
    await moveClock(app, "2027-01-10");
    await holdTournament(app, { day: "2027-01-24", boats, rules });
    const { angler, ...joined } = await join("Ann");
    assert.deepEqual(
      [joined, angler.name],
      [{ pot: "Side pot", season: 2027, paidOn: "2027-01-10", fee: 20_00 }, "Ann"],
    );
    const twice = await Promise.allSettled([join("Cal"), join("Cal")]);
    assert.deepEqual(twice.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
    assert.equal((await refused(join("Ann")))[1], "pot-joined-already");
    assert.deepEqual(await ledger(), [
      "Adjustment: +$20.00 (joined for 2027).",
      "Adjustment: +$20.00 (joined for 2027).",
    ]);
  });

  test("pays who was in it by the tournament's day, the whole crew where it says so", async () => {
    await app.write(tester, (work) => makeOfficial(work, { tournament: "2027-01" }));
    assert.deepEqual((await ledger()).slice(2), [
      "Paid out at 2027-01 Tournament of 2027-01-24 to Cal: -$40.00.",
    ]);
    await moveClock(app, "2027-02-01");
    await join("Bob");
    const second = await holdTournament(app, { day: "2027-02-28", boats, rules });
    await app.write(tester, (work) => makeOfficial(work, { tournament: second }));
    assert.deepEqual((await ledger()).slice(4), [
      "Paid out at 2027-02 Tournament of 2027-02-28 to Ann + Bob: -$20.00.",
    ]);
  });

  test("is neither joined nor left on a day that is decided", async () => {
    const decided = [
      "conflict",
      "pot-decided",
      "Tournament of 2027-02-28 on 2027-02-28 is official, and Side pot was decided by who was in it then. For that day nobody joins or leaves any more.",
    ];
    await moveClock(app, "2027-03-01");
    await holdTournament(app, { day: "2027-03-28", boats: [{ crew: ["Dee"] }], rules });
    assert.deepEqual(await refused(join("Dee", { paidOn: "2027-02-28" })), decided);
    assert.deepEqual(await refused(leave("Bob")), decided);
    await join("Dee");
    await leave("Dee", "the wrong Dee");
    assert.equal((await refused(leave("Dee")))[1], "pot-not-joined");
    assert.deepEqual((await ledger()).slice(5), [
      "Adjustment: +$20.00 (joined for 2027).",
      "Adjustment: -$20.00 (the wrong Dee).",
    ]);
    assert.deepEqual(
      (await app.read(tester, (work) => listPotMembers(work, { year: 2027 }))).map(
        ({ pot, fee, members }) => [
          pot,
          fee,
          members.map(({ angler, paidOn }) => `${angler.name} ${paidOn}`),
        ],
      ),
      [
        ["Side pot", 20_00, ["Ann 2027-01-10", "Cal 2027-01-10", "Bob 2027-02-01"]],
        ["Lunker of the year", 10_00, []],
      ],
    );
  });

  test("is refused where it cannot be what was meant", async () => {
    const lunker = { pot: "Lunker of the year" };
    await app.write(tester, (work) => createSeason(work, { year: 2028, rules }));
    const cases: [object, string][] = [
      [{ pot: "Big bass" }, "optional-pot-not-found"],
      [{ paidOn: "2027-03-02" }, "pot-paid-later"],
      [{ season: 2029 }, "season-not-found"],
      [{ ...lunker, season: 2028 }, "pot-of-earlier-season"],
    ];
    for (const [given, code] of cases) assert.equal((await refused(join("Dee", given)))[1], code);
    assert.equal((await join("Dee", { ...lunker, paidOn: "2027-01-01" })).fee, 10_00);
    const visit = app.write(visitor, (work) => joinPot(work, { pot: "Side pot", angler: "Dee" }));
    assert.equal((await refused(visit))[1], "role-required");
    await assert.rejects(
      app.read(visitor, (work) => listPotMembers(work, { year: 2027 })),
      { code: "officers-only" },
    );
  });
});
