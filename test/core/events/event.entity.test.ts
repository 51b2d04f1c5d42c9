import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Attendance } from "#core/events/attendance.entity.ts";
import { Event } from "#core/events/event.entity.ts";
import { Club } from "#core/seasons/club.entity.ts";
import { inVain, makeOneBoat, openTestOrm } from "../../support/one-boat.ts";

const orm = await openTestOrm();
const { season, event, ann } = await makeOneBoat(orm.em.fork(), 2026);

describe("an event", () => {
  const meeting = { kind: "meeting" as const, name: "May", firstDay: "2026-05-12", lastDay: "2026-05-12" };
  const added = (values: object) => inVain(orm, async (em) => em.create(Event, { ...meeting, ...values }));

  const cases: [string, object, string | null][] = [
    ["one day", {}, null],
    [
      "two days, ending at an earlier hour",
      { lastDay: "2026-05-13", startsAt: "19:00", endsAt: "09:00" },
      null,
    ],
    ["a start without an end", { startsAt: "19:00" }, null],
    ["a last day before the first", { lastDay: "2026-05-11" }, "event_first_day_comes_first"],
    ["an end before the start", { startsAt: "19:00", endsAt: "18:59" }, "event_starts_before_it_ends"],
    ["a cancellation without a reason", { cancelledOn: "2026-05-01" }, "event_is_cancelled_with_a_reason"],
    ["a name of blanks", { name: "  " }, "event_name_is_filled_in"],
    ["a kind nobody knows", { kind: "party" }, "event_kind_is_known"],
  ];
  for (const [label, values, refusal] of cases) {
    test(`${refusal === null ? "has" : "never has"} ${label}`, async () =>
      assert.equal(await added(values), refusal));
  }

  test("counts its changes for calendars", () => {
    const may = orm.em.fork().create(Event, meeting);
    assert.deepEqual([may.revision, may.isCancelled()], [0, false]);
    const at = new Date("2026-05-09T12:00:00Z");
    may.move({ firstDay: "2026-05-19", lastDay: "2026-05-19", at });
    may.cancel({ on: "2026-05-10", reason: "storm", at });
    assert.deepEqual(
      [may.revision, may.changedAt, may.isCancelled(), may.firstDay],
      [2, at, true, "2026-05-19"],
    );
    assert.throws(() => may.cancel({ on: "2026-05-11", reason: "again", at }), {
      code: "event-already-cancelled",
    });
    assert.throws(() => may.move({ firstDay: "2026-05-19", lastDay: "2026-05-18", at }), {
      code: "event-first-day-comes-first",
    });
  });

  test("is attended when it is a meeting, once by each", async () => {
    const attend = (times: number, at: typeof event | null) =>
      inVain(orm, async (em) => {
        const attended = at?.id ?? em.create(Event, meeting);
        for (let time = 0; time < times; time += 1) {
          em.create(Attendance, { angler: ann.id, meeting: attended, season: season.id });
        }
      });
    assert.equal(await attend(1, null), null);
    assert.equal(await attend(2, null), "one_attendance_per_angler_and_meeting");
    assert.equal(await attend(1, event), "attendance_is_of_a_meeting");
  });
});

const club = { name: "Test", zone: "America/Chicago" };

const change = (values: object) =>
  inVain(orm, async (em) => {
    const made = em.create(Club, club);
    await em.flush();
    em.assign(made, values);
  });

describe("the club", () => {
  test("is one row", async () => {
    assert.equal(await inVain(orm, async (em) => em.create(Club, club)), null);
    assert.equal(await inVain(orm, async (em) => em.create(Club, { ...club, id: 2 })), "club_is_one_row");
  });

  test("keeps its zone once there are events, and may change its name", async () => {
    assert.equal(await change({ name: "Other" }), null);
    assert.equal(await change({ zone: "Europe/Berlin" }), "club_zone_stays_after_the_first_event");
  });
});
