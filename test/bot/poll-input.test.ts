import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readHours, readMoment, readOffice, readYear } from "../../bot/poll-input.ts";

const refused = (read: () => unknown): string => {
  try {
    return JSON.stringify(read());
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("what officers type on a phone", () => {
  test("a day and a time, with am and pm or without", () => {
    const at = (time: string) => ({ day: "2026-03-15", time });
    for (const [typed, read] of [
      ["2026-03-15 18:00", at("18:00")],
      [" 2026-03-15T6:05 ", at("06:05")],
      ["2026-03-15 6 pm", at("18:00")],
      ["2026-03-15, 6:30PM", at("18:30")],
      ["2026-03-15 12 am", at("00:00")],
      ["2026-03-15 12:15 pm", at("12:15")],
    ] as const)
      assert.deepEqual(readMoment(typed), read, typed);
    assert.equal(readMoment(undefined), undefined);
    for (const typed of [
      "",
      "soon",
      "2026-03-15",
      "3/15 18:00",
      "2026-03-15 25:00",
      "2026-03-15 13 pm",
      "2026-03-15 0 am",
      "2026-03-15 18:60",
    ])
      assert.equal(
        refused(() => readMoment(typed)),
        "time-not-understood",
        typed,
      );
  });

  test("hours to offer", () => {
    const hours = { firstCast: "06:30", weighIn: "15:00" };
    for (const typed of ["06:30-15:00", "6:30 – 15:00", "6:30 am - 3 pm", "6:30 to 15:00"])
      assert.deepEqual(readHours(typed), hours, typed);
    for (const typed of ["", "06:30", "6-15-16", "early-late"])
      assert.equal(
        refused(() => readHours(typed)),
        "time-not-understood",
        typed,
      );
  });

  test("an office with its candidates, as far as they go", () => {
    assert.deepEqual(readOffice("President: Ann Lee, Bob Cruz,"), {
      office: "President",
      candidates: ["Ann Lee", "Bob Cruz"],
    });
    assert.deepEqual(readOffice("Keeper: of: keys"), { office: "Keeper", candidates: ["of: keys"] });
    assert.deepEqual(readOffice("President"), { office: "President", candidates: [] });
  });

  test("a year", () => {
    assert.equal(readYear("2027"), 2027);
    for (const typed of [undefined, "", "27", "2027.5", "next"])
      assert.equal(
        refused(() => readYear(typed)),
        "year-not-understood",
      );
  });
});
