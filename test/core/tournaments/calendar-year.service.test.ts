import assert from "node:assert/strict";
import { test } from "node:test";
import { visitor } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { addEvents } from "#core/events/events.service.ts";
import { importClubLakes } from "#core/lakes/import.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { getCalendarYear } from "#core/tournaments/calendar-year.service.ts";
import { cancelEvent } from "#core/tournaments/cancel.service.ts";
import { addTournaments } from "#core/tournaments/new-tournaments.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { tester } from "../../support/small-club.ts";

const app = await openTestApp();
const calendar = (year?: number) => app.read(visitor, (work) => getCalendarYear(work, { year }));

await moveClock(app, "2026-03-01");
const before = await calendar();
await app.write(tester, async (work) => {
  await saveClub(work, { name: "Bass Club" });
  await importClubLakes(work);
  await createSeason(work, { year: 2026, rules: presets["sabc-team"] });
  await addTournaments(work, {
    year: 2026,
    tournaments: [
      {
        name: "Classic",
        firstDay: "2026-12-31",
        lastDay: "2027-01-01",
        lake: "travis",
        ramp: "Mansfield Dam",
        firstCast: "07:00",
        weighIn: "15:00",
      },
      { name: "January", firstDay: "2026-01-25" },
    ],
  });
  await addEvents(work, {
    events: [
      { kind: "meeting", name: "Meeting", firstDay: "2026-01-20", startsAt: "19:00" },
      { kind: "holiday", name: "A day off", firstDay: "2026-05-25" },
    ],
  });
});
await app.write(tester, (work) => cancelEvent(work, { event: "2026-01-20", reason: "Ice" }));

test("a club that has only just begun has an empty calendar of this year", () => {
  assert.deepEqual(before, { year: 2026, years: [], months: [] });
});

test("a year is told by month, with what is cancelled and why", async () => {
  const { years, months } = await calendar(2026);
  assert.deepEqual(years, [2027, 2026]);
  assert.deepEqual(
    months.map(({ month, entries }) => [
      month,
      entries.map(({ name, kind, past, cancelled, tournament }) => [
        name,
        kind,
        past,
        cancelled,
        tournament?.number ?? null,
      ]),
    ]),
    [
      [
        1,
        [
          ["Meeting", "meeting", true, "Ice", null],
          ["January", "tournament", true, null, 1],
        ],
      ],
      [5, [["A day off", "holiday", false, null, null]]],
      [12, [["Classic", "tournament", false, null, 2]]],
    ],
  );
  const { id: _, place, tournament, ...classic } = months[2]!.entries[0]!;
  assert.deepEqual(classic, {
    kind: "tournament",
    name: "Classic",
    firstDay: "2026-12-31",
    lastDay: "2027-01-01",
    startsAt: "07:00",
    endsAt: "15:00",
    description: null,
    cancelled: null,
    past: false,
  });
  assert.deepEqual(
    [place?.lake, place?.ramp, tournament?.lake?.key],
    ["Lake Travis", "Mansfield Dam", "travis"],
  );
});

test("what began the year before is still going on in January", async () => {
  const { months } = await calendar(2027);
  assert.deepEqual(
    months.map(({ month, entries }) => [month, entries.map(({ name }) => name)]),
    [[1, ["Classic"]]],
  );
});

test("a year with nothing on the calendar is not found", async () => {
  await assert.rejects(calendar(1999), (error) => error instanceof DomainError && error.kind === "not-found");
});

test("takes two queries", async () =>
  assert.equal(await countQueriesOf(app, (work) => getCalendarYear(work, { year: 2026 })), 2));
