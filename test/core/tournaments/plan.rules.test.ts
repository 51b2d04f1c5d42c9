import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  draftMonth,
  monthOf,
  otherDays,
  type Planned,
  type Schedule,
  scheduledDay,
} from "#core/tournaments/plan.rules.ts";

const every = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const fourthSunday: Schedule = { weekday: "sunday", week: 4, months: every };

describe("the day of a schedule", () => {
  const cases: [Schedule, number, number, string][] = [
    [fourthSunday, 2026, 3, "2026-03-22"],
    [fourthSunday, 2027, 2, "2027-02-28"],
    [{ ...fourthSunday, week: "last" }, 2026, 3, "2026-03-29"],
    [{ ...fourthSunday, weekday: "saturday", week: 1 }, 2026, 8, "2026-08-01"],
    [{ ...fourthSunday, weekday: "wednesday", week: "last" }, 2028, 2, "2028-02-23"],
  ];
  for (const [schedule, year, month, day] of cases) {
    test(`${schedule.weekday} ${schedule.week} of ${year}-${month} is ${day}`, () =>
      assert.equal(scheduledDay(schedule, year, month), day));
  }
});

describe("the month a tournament is the one of", () => {
  const cases: [string, string, string, Schedule, number][] = [
    ["its day's", "2026-03-22", "2026-03-22", fourthSunday, 3],
    ["its day's, moved", "2026-03-29", "2026-03-29", fourthSunday, 3],
    ["the Sunday's, over the end of a month", "2026-10-31", "2026-11-01", { ...fourthSunday, week: 1 }, 11],
    ["outside of the schedule too", "2026-12-05", "2026-12-05", { ...fourthSunday, months: [1] }, 12],
  ];
  for (const [label, firstDay, lastDay, schedule, month] of cases) {
    test(label, () => assert.equal(monthOf({ firstDay, lastDay }, schedule), month));
  }
});

describe("a month's tournament", () => {
  const model = (given: Partial<Planned>): Planned => ({
    name: "October",
    firstDay: "2026-10-25",
    lastDay: "2026-10-25",
    firstCast: "07:00",
    weighIn: "15:00",
    ...given,
  });
  const draft = (given: Partial<Planned> | null, moved?: string) => {
    const { name, firstDay, lastDay, firstCast, weighIn } = draftMonth(10, {
      year: 2027,
      schedule: fourthSunday,
      moved,
      model: given === null ? undefined : model(given),
    });
    return [name, firstDay, lastDay, firstCast, weighIn];
  };
  const cases: [string, ReturnType<typeof draft>, ReturnType<typeof draft>][] = [
    ["is called after it", draft(null), ["October", "2027-10-24", "2027-10-24", null, null]],
    [
      "stands where it is moved",
      draft(null, "2027-10-17"),
      ["October", "2027-10-17", "2027-10-17", null, null],
    ],
    ["takes hours over", draft({}), ["October", "2027-10-24", "2027-10-24", "07:00", "15:00"]],
    [
      "takes the name over, with its own year",
      draft({ name: "Classic 2026" }),
      ["Classic 2027", "2027-10-24", "2027-10-24", "07:00", "15:00"],
    ],
    [
      "lasts two days, around the Sunday as before",
      draft({ firstDay: "2026-10-24" }),
      ["October", "2027-10-23", "2027-10-24", "07:00", "15:00"],
    ],
    [
      "of one that was moved last year stands on the schedule again",
      draft({ firstDay: "2026-10-10", lastDay: "2026-10-11" }),
      ["October", "2027-10-24", "2027-10-25", "07:00", "15:00"],
    ],
    [
      "of two days begins on the day it is moved to",
      draft({ firstDay: "2026-10-24" }, "2027-10-16"),
      ["October", "2027-10-16", "2027-10-17", "07:00", "15:00"],
    ],
  ];
  for (const [label, drafted, expected] of cases) test(label, () => assert.deepEqual(drafted, expected));

  test("has other days of its weekday in its month", () => {
    assert.deepEqual(
      otherDays(model({})).map(({ firstDay }) => firstDay),
      ["2026-10-18", "2026-10-11"],
    );
  });
});
