import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { explainPot } from "#core/pots/pots.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { type DemoDay, demoOn, judgeDemo } from "../../support/demo-day.ts";

const days: DemoDay[] = [
  { today: "2026-01-05", season: 2025, latest: "2025-11-23 official", next: "2026-01-25" },
  { today: "2026-01-26", season: 2026, latest: "2026-01-25 official", next: "2026-02-22" },
  { today: "2026-06-28", season: 2026, latest: "2026-05-24 official", next: "2026-06-28" },
  { today: "2028-02-29", season: 2028, latest: "2028-02-27 provisional", next: "2028-03-26" },
];
const apps = await Promise.all(days.map(({ today }) => demoOn(today)));
const twins = await Promise.all([demoOn("2026-06-15"), demoOn("2026-06-15")]);

describe("the demo on other days", () => {
  days.forEach((day, at) => {
    test(`${day.today}: ${day.latest} lies behind, ${day.next} is next`, () => judgeDemo(apps[at]!, day));
  });

  test("built twice for a day it says the same", async () => {
    const [one, other] = await Promise.all(twins.map(tell));
    assert.deepEqual(one, other);
  });
});

const tell = (app: App) =>
  app.read(visitor, async (work) => [
    await getStandings(work, { season: 2026 }),
    await getStandings(work, { season: 2024 }),
    (await getResults(work, { tournament: "2025-05" })).anglers,
    (await getResults(work, { tournament: "last" })).boats,
    (await explainPot(work, {})).balance,
  ]);
