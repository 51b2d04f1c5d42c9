import assert from "node:assert/strict";
import { operator } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { buildDemo } from "#core/demo/build-demo.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { findLatestResults } from "#core/results/results.service.ts";
import { explainAngler } from "#core/standings/explain.service.ts";
import { findNextEvent } from "#core/tournaments/next-event.service.ts";
import { findCurrentSeason } from "#core/tournaments/seasons-overview.service.ts";
import { moveClock } from "./clock.ts";
import { demoTemplateName } from "./cluster.ts";
import { makeTemplate, openTestApp } from "./database.ts";

const demo = operator("demo");

/** A demo club built on that day. */
export async function demoOn(today: string): Promise<App> {
  const app = await openTestApp();
  await build(app, today);
  return app;
}

/** A copy of the demo club of 2026-11-23. */
export async function openDemo(): Promise<App> {
  await makeTemplate(demoTemplateName, (app) => build(app, "2026-11-23"));
  return openTestApp(demoTemplateName);
}

async function build(app: App, today: string): Promise<void> {
  await moveClock(app, today);
  await app.write(demo, (work) => buildDemo(work, { today }));
}

/** The day, the season a visitor sees, the latest tournament with its state, the next one. */
export interface DemoDay {
  today: string;
  season: number;
  latest: string;
  next: string;
}

/** What a visitor of the demo finds on that day. */
export async function judgeDemo(app: App, { season, latest, next }: DemoDay): Promise<void> {
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
}
