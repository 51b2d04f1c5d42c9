import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addDays } from "#core/time.ts";
import { holidaysOn, weekdayOf } from "#core/tournaments/holidays.rules.ts";

describe("what a day is in the United States", () => {
  const days: [string, string[]][] = [
    ["2027-01-01", ["New Year's Day"]],
    ["2021-12-31", ["New Year's Eve", "New Year's Day (observed)"]],
    ["2027-01-17", ["Martin Luther King Jr. Day weekend"]],
    ["2027-01-18", ["Martin Luther King Jr. Day"]],
    ["2026-02-16", ["Presidents' Day"]],
    ["2027-03-26", ["Good Friday"]],
    ["2027-03-28", ["Easter Sunday"]],
    ["2027-05-09", ["Mother's Day"]],
    ["2026-05-24", ["Memorial Day weekend"]],
    ["2026-05-25", ["Memorial Day"]],
    ["2027-05-23", []],
    ["2027-06-20", ["Father's Day"]],
    ["2027-06-18", ["Juneteenth (observed)"]],
    ["2026-07-03", ["Independence Day (observed)"]],
    ["2027-07-05", ["Independence Day (observed)"]],
    ["2026-09-06", ["Labor Day weekend"]],
    ["2026-10-12", ["Columbus Day"]],
    ["2026-11-11", ["Veterans Day"]],
    ["2026-11-26", ["Thanksgiving"]],
    ["2027-11-28", ["Thanksgiving weekend"]],
    ["2026-11-22", []],
    ["2027-12-24", ["Christmas Eve", "Christmas Day (observed)"]],
    ["2026-12-27", []],
  ];
  for (const [day, names] of days) {
    test(`${day}: ${names.join(", ") || "nothing"}`, () => assert.deepEqual(holidaysOn(day), names));
  }

  test("Easter is the one of the tables, early and late", () => {
    const easters = [
      ["1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2022-04-17"],
      ["2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01"],
      ["2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28"],
    ].flat();
    const missed = easters.filter((day) => !holidaysOn(day).includes("Easter Sunday"));
    assert.deepEqual(missed, []);
  });

  test("every year has each of them once", () => {
    for (const year of [2026, 2027, 2028, 2100]) {
      const found: string[] = [];
      for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
        found.push(...holidaysOn(day).filter((name) => !/weekend|observed/.test(name)));
      }
      assert.deepEqual([found.length, new Set(found).size], [17, 17]);
    }
  });
});

describe("a weekday of a month", () => {
  const cases: [string, number, number, number, number | "last", string][] = [
    ["the first, on the 1st", 2026, 2, 0, 1, "2026-02-01"],
    ["the fourth", 2026, 2, 0, 4, "2026-02-22"],
    ["the last, the fourth", 2026, 2, 0, "last", "2026-02-22"],
    ["the last, the fifth", 2026, 3, 0, "last", "2026-03-29"],
    ["the last of a leap February", 2032, 2, 0, "last", "2032-02-29"],
    ["a Saturday of December", 2026, 12, 6, "last", "2026-12-26"],
  ];
  for (const [label, year, month, weekday, nth, day] of cases) {
    test(label, () => assert.equal(weekdayOf({ year, month }, { weekday, nth }), day));
  }
});
