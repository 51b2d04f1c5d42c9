import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { adjustPot } from "#core/pots/adjust-pot.service.ts";
import { explainPot } from "#core/pots/pots.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { closeSeason, createSeason } from "#core/seasons/seasons.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { refused, tester } from "../../support/small-club.ts";

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
