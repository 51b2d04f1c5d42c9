import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { operator } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { buildDemo } from "#core/demo/build-demo.service.ts";
import { explainPot } from "#core/pots/pots.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { findLatestResults, getResults } from "#core/results/results.service.ts";
import { explainAngler } from "#core/standings/explain.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { findNextEvent } from "#core/tournaments/next-event.service.ts";
import { findCurrentSeason } from "#core/tournaments/seasons-overview.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";

const demo = operator("demo");

async function demoOn(app: App, today: string): Promise<App> {
  await moveClock(app, today);
  await app.write(demo, (work) => buildDemo(work, { today }));
  return app;
}

/** The day, the season a visitor sees, the latest tournament with its state, the next one. */
const days: [today: string, season: number, latest: string, next: string][] = [
  ["2026-01-05", 2025, "2025-11-23 official", "2026-01-25"],
  ["2026-01-26", 2026, "2026-01-25 official", "2026-02-22"],
  ["2026-06-28", 2026, "2026-05-24 official", "2026-06-28"],
  ["2028-02-29", 2028, "2028-02-27 provisional", "2028-03-26"],
];
const apps = await Promise.all(days.map(() => openTestApp()));
const twins = await Promise.all([openTestApp(), openTestApp()]);

describe("the demo on other days", () => {
  days.forEach(([today, season, latest, next], at) => {
    test(`${today}: ${latest} lies behind, ${next} is next`, async () => {
      const app = await demoOn(apps[at]!, today);
      await app.read(demo, async (work) => {
        assert.equal(await findCurrentSeason(work), season);
        const { tournament } = (await findLatestResults(work))!;
        assert.equal(`${tournament.firstDay} ${tournament.state}`, latest);
        const upcoming = await findNextEvent(work, { kinds: ["tournament"] });
        assert.equal(upcoming?.firstDay, next);
        assert.ok(upcoming.tournament?.ramp);
        const [explained] = await explainAngler(work, { angler: "Ann Lee", season });
        assert.ok(explained!.events.length > 0);
      });
      assert.equal((await app.rehearse(demo, (work) => rebuildResults(work))).differed, 0);
    });
  });

  test("built twice for a day it says the same", async () => {
    const today = "2026-06-15";
    const told = await Promise.all(
      twins.map(async (app) => {
        await demoOn(app, today);
        return app.read(demo, async (work) => [
          await getStandings(work, { season: 2026 }),
          await getStandings(work, { season: 2024 }),
          (await getResults(work, { tournament: "2025-05" })).anglers,
          (await getResults(work, { tournament: "last" })).boats,
          (await explainPot(work, {})).balance,
        ]);
      }),
    );
    assert.deepEqual(told[0], told[1]);
  });
});
