import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize, operator, visitor } from "#core/actor.ts";
import { Event } from "#core/events/event.entity.ts";
import { addEventSchema } from "#core/events/events.schemas.ts";
import { addEvent, addEvents, type NewEvent } from "#core/events/events.service.ts";
import { listCalendar } from "#core/tournaments/list-calendar.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";

const app = await openTestApp();
const office = operator("tester");
const march: NewEvent = {
  kind: "meeting",
  name: "March meeting",
  firstDay: "2026-03-18",
  startsAt: "19:00",
  endsAt: "20:30",
  description: "At the boat house.\nBring a chair.",
};

await app.write(office, (work) =>
  addEvents(work, {
    events: [
      march,
      { kind: "holiday", name: "Easter", firstDay: "2026-04-05" },
      { kind: "other", name: "New Year's cruise", firstDay: "2026-12-31", lastDay: "2027-01-01" },
      { kind: "other", name: "Boat wash", firstDay: "2026-03-18", startsAt: "09:00" },
    ],
  }),
);

const add = (event: NewEvent) => app.rehearse(office, (work) => addEvent(work, event));
const names = (input: Parameters<typeof listCalendar>[1]) =>
  app.read(visitor, async (work) => (await listCalendar(work, input)).events.map(({ name }) => name));
const cost = (number: number): Promise<number> => {
  const events = Array.from({ length: number }, (_, at): NewEvent => ({
    kind: "other",
    name: `Event ${at}`,
    firstDay: "2026-05-01",
  }));
  return countQueries(() => app.rehearse(office, (work) => addEvents(work, { events })));
};

describe("the calendar", () => {
  test("lists a year by day and time, with what reaches into it", async () => {
    assert.deepEqual(await names({ year: 2026 }), [
      "Boat wash",
      "March meeting",
      "Easter",
      "New Year's cruise",
    ]);
    assert.deepEqual(await names({ year: 2027 }), ["New Year's cruise"]);
    assert.deepEqual(await names({ year: 2025 }), []);
  });

  test("lists what touches a span of days", async () => {
    assert.deepEqual(await names({ from: "2026-03-19", to: "2026-12-31" }), ["Easter", "New Year's cruise"]);
    assert.deepEqual(await names({ from: "2027-01-01" }), ["New Year's cruise"]);
    assert.deepEqual(await names({ to: "2026-03-18" }), ["Boat wash", "March meeting"]);
  });

  test("shows an event with all its fields", async () => {
    const { events } = await app.read(visitor, (work) => listCalendar(work, { year: 2026 }));
    const { id: _, ...shown } = events.find(({ name }) => name === march.name)!;
    assert.deepEqual(shown, { ...march, lastDay: "2026-03-18", cancelled: null, revision: 0 });
  });

  test("keeps a cancelled event, and lets another take its name", async () => {
    const seen = await app.rehearse(office, async (work) => {
      authorize(work, "cancelEvent", { roles: [] });
      const event = await work.em.findOneOrFail(Event, { name: march.name });
      event.cancel({ on: "2026-03-17", reason: "storm", at: new Date() });
      await work.em.flush();
      await addEvent(work, march);
      const { events: found } = await listCalendar(work, { from: "2026-03-18", to: "2026-03-18" });
      return found.filter(({ name }) => name === march.name).map(({ cancelled }) => cancelled);
    });
    assert.deepEqual(seen, [{ on: "2026-03-17", reason: "storm" }, null]);
  });

  test("grows by hundreds at the cost of two", async () => assert.equal(await cost(250), await cost(2)));
});

describe("a new event is refused", () => {
  const rows: [string, NewEvent, string][] = [
    ["when it is there already", { ...march, name: "MARCH meeting" }, "event-exists"],
    ["when it ends before it begins", { ...march, lastDay: "2026-03-17" }, "event-first-day-comes-first"],
    [
      "when its hours are turned around",
      { ...march, name: "X", endsAt: "18:00" },
      "event-starts-before-it-ends",
    ],
    ["at an hour the clock skips", { ...march, firstDay: "2027-03-14", startsAt: "02:30" }, "time-skipped"],
    ["at an hour that comes twice", { ...march, firstDay: "2026-11-01", startsAt: "01:30" }, "time-twice"],
  ];
  for (const [label, event, code] of rows) test(label, () => assert.rejects(add(event), { code }));

  test("with all that are there already told at once, and none added", async () => {
    const events = [march, { ...march, name: "New one" }, { ...march, name: "new ONE" }];
    await assert.rejects(
      app.write(office, (work) => addEvents(work, { events })),
      (error: Error & { details: { problems: { line: number }[] } }) => {
        assert.match(
          error.message,
          /^March meeting is on the calendar already, on 2026-03-18\. The same goes for 1 more\./,
        );
        assert.deepEqual(
          error.details.problems.map(({ line }) => line),
          [1, 3],
        );
        return true;
      },
    );
    assert.ok(!(await names({ year: 2026 })).includes("New one"));
  });

  test("from a visitor", () =>
    assert.rejects(
      app.write(visitor, (work) => addEvent(work, { ...march, name: "Mine" })),
      { kind: "forbidden" },
    ));
});

describe("what is sent of an event", () => {
  test("is understood as people write it", () => {
    const event = { kind: "meeting", name: " May  meeting ", firstDay: "2026-05-20", startsAt: "9:30" };
    assert.deepEqual(addEventSchema.parse(event), {
      kind: "meeting",
      name: "May meeting",
      firstDay: "2026-05-20",
      startsAt: "09:30",
    });
  });

  const rows: [string, object, string][] = [
    [
      "a tournament",
      { kind: "tournament" },
      "kind: must be meeting, holiday or other; a tournament is added to its season",
    ],
    [
      "a day that is none",
      { firstDay: "2026-02-30" },
      "firstDay: must be a day that exists, such as 2026-03-22",
    ],
    ["a last day before the first", { lastDay: "2026-05-19" }, "lastDay: must not be before the first day"],
    ["a time that is none", { endsAt: "25:00" }, "endsAt: must be a time of day such as 06:30 or 15:00"],
    ["a hidden mark", { description: "at\u202E noon" }, "description: must not have invisible characters"],
  ];
  for (const [label, input, problem] of rows) {
    test(`is refused with ${label}`, () => {
      const { error } = addEventSchema.safeParse({
        kind: "other",
        name: "X",
        firstDay: "2026-05-20",
        ...input,
      });
      assert.deepEqual(
        error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
        [problem],
      );
    });
  }
});
