import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize, visitor } from "#core/actor.ts";
import { Event } from "#core/events/event.entity.ts";
import { addEvents } from "#core/events/events.service.ts";
import { importClubLakes } from "#core/lakes/import.service.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { exportCalendar, followCalendar } from "#core/tournaments/calendar.service.ts";
import type { ExportCalendar } from "#core/tournaments/calendar.schemas.ts";
import { cancelEvent } from "#core/tournaments/cancel.service.ts";
import { moveEvent } from "#core/tournaments/move.service.ts";
import { addTournaments } from "#core/tournaments/new-tournaments.service.ts";
import { readCalendar } from "../../support/calendar.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { tester } from "../../support/small-club.ts";

const app = await openTestApp();
const publicUrl = new URL("https://club.example");
const file = (what: ExportCalendar = {}) =>
  app.read(visitor, (work) => exportCalendar(work, { ...what, publicUrl }));
const read = async (what: ExportCalendar = {}) => readCalendar(await file(what));

const empty = await file();

const hostile = {
  name: 'Fry; fish, & "chips" \\n 🎣 {x} BEGIN:VEVENT',
  description: `Bring:\n- rods, reels; "bait"\n- C:\\tackle\nEND:VCALENDAR\n${"🐟 lange Straße ".repeat(20).trim()}`,
};
await moveClock(app, "2026-09-01");
await app.write(tester, async (work) => {
  await saveClub(work, { name: "Bass; Bait, & Co" });
  await importClubLakes(work);
  await addMembers(work, {
    members: [{ name: "Ann Ace", email: "ann@club.example", status: "member", from: "2025-01-01" }],
  });
  for (const year of [2026, 2027]) await createSeason(work, { year, rules: presets["sabc-team"] });
  await addTournaments(work, {
    year: 2026,
    tournaments: [
      {
        name: "Classic",
        firstDay: "2026-10-31",
        lastDay: "2026-11-01",
        lake: "travis",
        ramp: "Mansfield Dam",
        firstCast: "07:00",
        weighIn: "15:00",
      },
    ],
  });
  await addTournaments(work, {
    year: 2027,
    tournaments: [
      { name: "Before", firstDay: "2027-03-13", firstCast: "06:30", weighIn: "14:30" },
      { name: "After", firstDay: "2027-03-14", firstCast: "06:30", weighIn: "14:30", lake: "canyon" },
      { name: "Unknown", firstDay: "2027-04-24", lastDay: "2027-04-25", firstCast: "06:30" },
    ],
  });
  await addEvents(work, {
    events: [
      { kind: "holiday", name: "Easter", firstDay: "2027-03-28" },
      { kind: "other", ...hostile, firstDay: "2027-05-08", lastDay: "2027-05-09" },
      { kind: "meeting", name: "Late", firstDay: "2027-05-11", startsAt: "19:30" },
    ],
  });
});

test("a calendar of nothing is a calendar", () => assert.deepEqual(readCalendar(empty), []));

const facts = { sequence: 0, status: "CONFIRMED", location: null, description: null };

test("hours, whole days and both clock changes are told to the instant", async () => {
  assert.deepEqual(
    await read(),
    [
      {
        ...facts,
        uid: "event-1@club.example",
        summary: "Classic",
        start: "2026-10-31T12:00:00.000Z",
        end: "2026-11-01T21:00:00.000Z",
        location: "Mansfield Dam, Lake Travis",
      },
      {
        ...facts,
        uid: "event-2@club.example",
        summary: "Before",
        start: "2027-03-13T12:30:00.000Z",
        end: "2027-03-13T20:30:00.000Z",
      },
      {
        ...facts,
        uid: "event-3@club.example",
        summary: "After",
        start: "2027-03-14T11:30:00.000Z",
        end: "2027-03-14T19:30:00.000Z",
        location: "Canyon Lake",
      },
      { ...facts, uid: "event-5@club.example", summary: "Easter", start: "2027-03-28", end: "2027-03-29" },
      {
        ...facts,
        uid: "event-4@club.example",
        summary: "Unknown",
        start: "2027-04-24",
        end: "2027-04-26",
        description: "First cast 6:30 am",
      },
      {
        ...facts,
        uid: "event-6@club.example",
        summary: hostile.name,
        start: "2027-05-08",
        end: "2027-05-10",
        description: hostile.description,
      },
      {
        ...facts,
        uid: "event-7@club.example",
        summary: "Late",
        start: "2027-05-12T00:30:00.000Z",
        end: "2027-05-12T00:30:00.000Z",
      },
    ].toSorted((one, other) => (one.start < other.start ? -1 : 1)),
  );
});

test("the same facts give the same bytes, whenever they are asked for", async () => {
  const before = await file();
  await moveClock(app, "2026-09-20");
  assert.equal(await file(), before);
});

test("what readers need beside is there: place, page, and instants in UTC", async () => {
  const lines = (await file()).split("\r\n");
  const has = (line: string): boolean => lines.includes(line);
  assert.deepEqual(
    [
      String.raw`X-WR-CALNAME:Bass\; Bait\, & Co`,
      "X-WR-TIMEZONE:America/Chicago",
      "GEO:30.3919;-97.9096",
      "DTSTART;TZID=America/Chicago:20261031T070000",
      "DTSTART;VALUE=DATE:20270328",
      "URL;VALUE=URI:https://club.example/tournaments/2026-01-travis",
      "URL;VALUE=URI:https://club.example/tournaments/2027-03",
      "URL;VALUE=URI:https://club.example/calendar/2027",
    ].filter((line) => !has(line)),
    [],
  );
  const stamps = lines.filter((line) => /^(DTSTAMP|LAST-MODIFIED):20260901T170\d\d\dZ$/.test(line));
  assert.equal(stamps.length, 2 * lines.filter((line) => line === "BEGIN:VEVENT").length);
  const calendar = lines.filter((line) => /^(BEGIN|END|[A-Z-]+)/.test(line));
  const first = calendar.indexOf("BEGIN:VTIMEZONE");
  assert.ok(
    calendar.indexOf("X-PUBLISHED-TTL:PT1H") < first,
    "what is the calendar's stands before its parts",
  );
});

test("nobody is named", async () => {
  assert.doesNotMatch(await file(), /Ann|ace|@(?!club\.example\r)/i);
});

test("a moved event is the same one, later and with a higher sequence", async () => {
  await moveClock(app, "2026-10-02");
  await app.write(tester, (work) => moveEvent(work, { event: 2, to: "2027-03-20", startsAt: "07:00" }));
  const moved = (await read()).find(({ uid }) => uid === "event-2@club.example");
  assert.deepEqual(moved, {
    ...facts,
    uid: "event-2@club.example",
    summary: "Before",
    start: "2027-03-20T12:00:00.000Z",
    end: "2027-03-20T19:30:00.000Z",
    sequence: moved?.sequence,
  });
  assert.ok(moved.sequence > 0);
  assert.match(await file(), /DTSTAMP:20261002T170\d\d\dZ/);
});

test("a cancelled event stays, marked for every reader", async () => {
  await app.write(tester, (work) => cancelEvent(work, { event: "Easter", reason: "no eggs,\nno hare" }));
  const cancelled = (await read()).find(({ uid }) => uid === "event-5@club.example");
  assert.deepEqual(cancelled, {
    uid: "event-5@club.example",
    summary: "Cancelled: Easter",
    start: "2027-03-28",
    end: "2027-03-29",
    sequence: 1,
    status: "CANCELLED",
    location: null,
    description: "Cancelled: no eggs,\nno hare",
  });
});

describe("a part of the calendar", () => {
  const parts: [ExportCalendar, string[]][] = [
    [{ kind: "tournaments" }, ["Classic", "After", "Before", "Unknown"]],
    [{ kind: "tournaments", year: 2026 }, ["Classic"]],
    [{ year: 2026 }, ["Classic"]],
  ];
  for (const [what, summaries] of parts) {
    test(JSON.stringify(what), async () =>
      assert.deepEqual(
        (await read(what)).map(({ summary }) => summary),
        summaries,
      ),
    );
  }
});

test("a year in which there is nothing of the kind is not found", async () => {
  const refused = { code: "year-not-found" };
  await assert.rejects(file({ year: 2030 }), {
    ...refused,
    message: "There is nothing on the calendar in 2030.",
  });
  await assert.rejects(file({ year: 2031, kind: "tournaments" }), {
    ...refused,
    message: "There is no tournament on the calendar in 2031.",
  });
});

test("it is one question, and hours that are not there any more do not break it", async () => {
  await app.write(tester, async (work) => {
    authorize(work, "spoil", { roles: [] });
    const late = await work.em.findOneOrFail(Event, 7);
    Object.assign(late, {
      name: "La\u0007te",
      firstDay: "2027-03-14",
      lastDay: "2027-03-14",
      startsAt: "02:30",
    });
  });
  const late = (await read()).find(({ summary }) => summary === "Late");
  assert.equal(late?.start, "2027-03-14T08:30:00.000Z");
  assert.equal(await countQueriesOf(app, (work) => exportCalendar(work, { publicUrl })), 1);
});

test("who follows it is sent this year, last year and what is ahead, cancelled ones among them", async () => {
  const followed = async (kind: "all" | "tournaments") =>
    readCalendar(await app.read(visitor, (work) => followCalendar(work, { kind, publicUrl })));
  const later = await read({ year: 2027 });
  await moveClock(app, "2027-12-31");
  assert.deepEqual(await followed("all"), await read());
  await moveClock(app, "2028-01-01");
  assert.deepEqual(await followed("all"), later);
  assert.ok(later.some(({ status }) => status === "CANCELLED"));
  assert.deepEqual(await followed("tournaments"), await read({ year: 2027, kind: "tournaments" }));
  assert.equal(await countQueriesOf(app, (work) => followCalendar(work, { publicUrl })), 1);
});
