import assert from "node:assert/strict";
import { test } from "node:test";
import { yearLinks } from "../../web/year-links.ts";

const from = (last: number, count: number) => Array.from({ length: count }, (_, at) => last - at);

const near: [string, number[], number, number[]][] = [
  ["all of a few", from(2026, 8), 2020, from(2026, 8)],
  ["the newest", from(2026, 70), 2026, from(2026, 5)],
  ["one among many, with its neighbours and the newest", from(2026, 70), 1999, [2026, ...from(2001, 5)]],
  ["the oldest", from(2026, 70), 1957, [2026, ...from(1961, 5)]],
  ["one nothing is planned for yet", from(2026, 70), 2027, from(2026, 5)],
];
for (const [label, years, shown, expected] of near) {
  test(`links to years show ${label}`, () => assert.deepEqual(yearLinks(years, shown).near, expected));
}

test("links to years have all of many by decade, and nothing to unfold where all are in sight", () => {
  assert.deepEqual(yearLinks(from(2021, 13), 2015).decades, [
    { decade: "2020s", years: [2021, 2020] },
    { decade: "2010s", years: from(2019, 10) },
    { decade: "2000s", years: [2009] },
  ]);
  assert.deepEqual(yearLinks(from(2021, 8), 2015).decades, []);
});
