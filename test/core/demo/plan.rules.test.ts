import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planDemo } from "#core/demo/plan.rules.ts";
import { chaptersOn, nthWeekday } from "#core/demo/years.rules.ts";

const yearsOn = (today: string) => chaptersOn(today).map(({ chapter, year }) => `${chapter} ${year}`);
const nextOn = (today: string) =>
  planDemo(today)
    .flatMap(({ tournaments }) => tournaments)
    .find(({ lastDay }) => lastDay >= today);

describe("which years the demo tells of", () => {
  const thisYear = ["first 2024", "second 2025", "current 2026"];
  const rows: [today: string, years: string[], why: string][] = [
    ["2026-06-15", thisYear, "in the middle of the year"],
    ["2026-01-26", thisYear, "the day after January's tournament"],
    ["2026-11-22", thisYear, "on the day of the last one"],
    ["2026-11-23", [...thisYear, "coming 2027"], "when the last one is over"],
    ["2026-12-31", [...thisYear, "coming 2027"], "at the end of the year"],
    ["2027-01-01", [...thisYear, "coming 2027"], "before the new year's first"],
    ["2027-01-24", [...thisYear, "coming 2027"], "on the day of the new year's first"],
    ["2027-01-25", ["first 2025", "second 2026", "current 2027"], "when that is over"],
    ["2028-02-29", ["first 2026", "second 2027", "current 2028"], "on a leap day"],
  ];
  for (const [today, years, why] of rows) {
    test(`${why} (${today})`, () => assert.deepEqual(yearsOn(today), years));
  }
});

describe("the plan", () => {
  test("tournaments are on fourth Sundays, January to November, as the presets say", () => {
    for (const { year, tournaments } of planDemo("2026-06-15")) {
      assert.deepEqual(
        tournaments.map(({ lastDay }) => lastDay),
        tournaments.map(({ month }) => nthWeekday({ year, month, weekday: 0, nth: 4 })),
      );
      assert.equal(tournaments.length, 11);
    }
    assert.equal(nthWeekday({ year: 2026, month: 3, weekday: 0, nth: 4 }), "2026-03-22");
    assert.equal(nthWeekday({ year: 2026, month: 5, weekday: 1, nth: "last" }), "2026-05-25");
    assert.equal(nthWeekday({ year: 2026, month: 3, weekday: 0, nth: "last" }), "2026-03-29");
  });

  test("whatever the day, one tournament is next, with its lake, ramp and hours", () => {
    for (const today of [
      "2026-01-01",
      "2026-02-28",
      "2026-11-22",
      "2026-11-23",
      "2026-12-31",
      "2028-02-29",
    ]) {
      const next = nextOn(today);
      assert.ok(next?.water && next.firstCast && next.weighIn, today);
    }
  });

  test("what comes after the next one has no lake yet: nobody has voted", () => {
    const ahead = planDemo("2026-06-15")
      .flatMap(({ tournaments }) => tournaments)
      .filter(({ firstDay }) => firstDay > "2026-07-01");
    assert.equal(ahead.length, 5);
    assert.deepEqual(new Set(ahead.map(({ water }) => water)), new Set([null]));
  });

  test("the championship has two days, and warm water a limit of three", () => {
    const [first] = planDemo("2026-06-15");
    const lengths = first!.tournaments.filter(({ firstDay, lastDay }) => firstDay !== lastDay);
    assert.deepEqual(
      lengths.map(({ firstDay, lastDay }) => [firstDay, lastDay]),
      [["2024-10-26", "2024-10-27"]],
    );
    assert.deepEqual(
      first!.tournaments.filter(({ fishLimit }) => fishLimit === 3).map(({ month }) => month),
      [7, 8],
    );
  });
});
