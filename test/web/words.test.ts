import assert from "node:assert/strict";
import { test } from "node:test";
import { words } from "../../web/words.ts";

const said: [string, string, string][] = [
  ["a weight has two decimals, half away from zero", words.weight(73_150), "7.32"],
  ["a weight nobody knows is a dash, not a zero", words.weight(null), "–"],
  [
    "half points are said, whole ones have no decimals",
    `${words.points(9850)} ${words.points(9800)}`,
    "98.5 98",
  ],
  ["a shared place says so", words.place({ place: 2, tied: true }), "T2"],
  ["no place is a dash", words.place({ place: null, tied: false }), "–"],
  [
    "places in words",
    [1, 2, 3, 4, 11, 12, 13, 21, 102].map(words.ordinal).join(" "),
    "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd",
  ],
  [
    "one and many",
    `${words.plural(1, "boat")}, ${words.plural(0, "boat")}, ${words.plural(2, "fish", "fish")}`,
    "1 boat, 0 boats, 2 fish",
  ],
  ["today, tomorrow, later", [0, 1, 12].map(words.days).join(", "), "today, tomorrow, in 12 days"],
  ["one day", words.span({ firstDay: "2026-03-22", lastDay: "2026-03-22" }), "Sun 22 Mar 2026"],
  ["two days", words.span({ firstDay: "2026-05-23", lastDay: "2026-05-24" }), "Sat 23 – Sun 24 May 2026"],
  [
    "an instant on the club's clock in winter",
    words.moment("2026-01-25T23:30:00Z", "America/Chicago"),
    "Sun 25 Jan 2026, 5:30 pm",
  ],
  [
    "an instant on the club's clock in summer",
    words.moment("2026-07-27T01:00:00Z", "America/Chicago"),
    "Sun 26 Jul 2026, 8:00 pm",
  ],
  [
    "the day of an instant is the one on its own clock",
    words.dayOf("2026-03-22T23:10:00.000-05:00"),
    "Sun 22 Mar 2026",
  ],
  ["a month by its number", words.monthName(3), "March"],
  ["years", `${words.years(2026, 2026)}, ${words.years(2024, 2026)}`, "2026, 2024–2026"],
  ["a crew", words.names([{ name: "Ann" }, { name: "Bob" }]), "Ann & Bob"],
];
for (const [label, text, expected] of said) {
  test(label, () => assert.equal(text, expected));
}
