import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { addEvents } from "#core/events/events.service.ts";
import { importClubLakes } from "#core/lakes/import.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { cancelEvent } from "#core/tournaments/cancel.service.ts";
import { getFront } from "#core/tournaments/front.service.ts";
import { addTournaments } from "#core/tournaments/new-tournaments.service.ts";
import { findSunrise } from "#core/tournaments/sunrise.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { tester } from "../../support/small-club.ts";

const app = await openTestApp();
const front = () => app.read(visitor, (work) => getFront(work));

const before = await front();

await moveClock(app, "2026-03-01");
await app.write(tester, async (work) => {
  await saveClub(work, { name: "Bass Club" });
  await importClubLakes(work);
  for (const year of [2025, 2026, 2027]) await createSeason(work, { year, rules: presets["sabc-team"] });
  await addTournaments(work, {
    year: 2026,
    tournaments: [
      { name: "March", firstDay: "2026-03-22", lake: "travis", ramp: "Mansfield Dam" },
      { name: "April", firstDay: "2026-04-26" },
    ],
  });
  await addEvents(work, {
    events: [
      { kind: "holiday", name: "A day off", firstDay: "2026-03-02" },
      { kind: "meeting", name: "Meeting", firstDay: "2026-04-21", startsAt: "19:00" },
    ],
  });
});

describe("what the calendar has for the front page", () => {
  test("is nothing for a club that has only just begun", () => {
    assert.deepEqual(before, { season: null, next: null, sunrise: null, nextTournament: null });
  });

  test("is the next tournament with its sunrise; a holiday is nothing to come to", async () => {
    const { season, next, sunrise, nextTournament } = await front();
    assert.deepEqual(
      [season, next?.name, next?.daysAway, next?.tournament?.ramp?.name, sunrise, nextTournament],
      [2026, "March", 21, "Mansfield Dam", "07:32", null],
    );
  });

  test("is the meeting that comes first, with the tournament after it", async () => {
    await moveClock(app, "2026-04-01");
    const { next, sunrise, nextTournament } = await front();
    assert.deepEqual(
      [next?.kind, next?.startsAt, sunrise, nextTournament?.name],
      ["meeting", "19:00", null, "April"],
    );
  });

  test("leaves out what is cancelled", async () => {
    await app.write(tester, (work) => cancelEvent(work, { event: "2026-04-21", reason: "Storm" }));
    const { next, sunrise, nextTournament } = await front();
    assert.deepEqual([next?.name, sunrise, nextTournament], ["April", null, null]);
  });

  test("takes one query", async () => assert.equal(await countQueriesOf(app, (work) => getFront(work)), 1));
});

describe("the sunrise at a ramp", () => {
  const ramp = { id: 1, name: "Mansfield Dam", latitude: 30.394, longitude: -97.899 };
  // By the equations of NOAA's solar calculator, cut to the minute.
  const days: [string, string, string][] = [
    ["2026-03-07", "06:50", "the last day of standard time"],
    ["2026-03-08", "07:49", "the first day of daylight saving time"],
    ["2026-06-21", "06:30", "midsummer"],
    ["2026-10-31", "07:45", "the last day of daylight saving time"],
    ["2026-11-01", "06:46", "standard time again"],
    ["2026-12-21", "07:24", "midwinter"],
  ];
  for (const [day, time, label] of days) {
    test(`on ${label}`, async () => {
      assert.equal(await app.read(visitor, async (work) => findSunrise(work, { day, ramp })), time);
    });
  }

  test("is not known where the ramp's place is not, nor in the polar night", async () => {
    for (const where of [null, { ...ramp, latitude: null }, { ...ramp, latitude: 78.2, longitude: 15.6 }]) {
      assert.equal(
        await app.read(visitor, async (work) => findSunrise(work, { day: "2026-12-21", ramp: where })),
        null,
      );
    }
  });
});
