import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DomainError } from "#core/errors.ts";
import { clubInstant, isClubDate, isClubTime, printDate, printTime, readClubTime } from "#core/time.ts";

const zone = "America/Chicago";

describe("a time on the club's clock", () => {
  const cases: [string, string, string, string][] = [
    ["winter", "2026-01-25", "06:00", "2026-01-25T12:00:00.000Z"],
    ["summer", "2026-07-26", "06:00", "2026-07-26T11:00:00.000Z"],
    ["evening, when UTC is tomorrow", "2026-07-26", "23:30", "2026-07-27T04:30:00.000Z"],
    ["just before the clock jumps ahead", "2027-03-14", "01:59", "2027-03-14T07:59:00.000Z"],
    ["just after", "2027-03-14", "03:00", "2027-03-14T08:00:00.000Z"],
    ["just before the hour that happens twice", "2026-11-01", "00:59", "2026-11-01T05:59:00.000Z"],
    ["just after it", "2026-11-01", "02:00", "2026-11-01T08:00:00.000Z"],
  ];
  for (const [label, date, time, instant] of cases) {
    test(label, () => assert.equal(clubInstant(date, time, zone).toUTC().toISO(), instant));
  }

  const refused: [string, string, string, string, RegExp][] = [
    ["skipped", "2027-03-14", "02:30", "time-skipped", /Use 01:30 or 03:30/],
    ["twice", "2026-11-01", "01:30", "time-twice", /happens twice.*Use 00:30 or 02:30/],
    ["no such day", "2026-02-29", "06:00", "time-invalid", /2026-02-29/],
  ];
  for (const [label, date, time, code, sentence] of refused) {
    test(`refused: ${label}`, () =>
      assert.throws(
        () => clubInstant(date, time, zone),
        (error) => error instanceof DomainError && error.code === code && sentence.test(error.message),
      ));
  }
});

test("days and times are known by their form and by being there", () => {
  assert.deepEqual(["2026-03-22", "2026-02-29", "22.3.2026", "2026-3-2", "0000-01-01"].map(isClubDate), [
    true,
    false,
    false,
    false,
    false,
  ]);
  assert.deepEqual(["06:30", "24:00", "6:30", "23:59"].map(isClubTime), [true, false, false, true]);
});

test("people read days and times as they say them", () => {
  assert.equal(printDate("2026-03-22"), "Sun 22 Mar 2026");
  assert.equal(printTime("06:30"), "6:30 am");
  assert.equal(printTime("15:00:00"), "3:00 pm");
});

test("a time of day is read as people say it, and what is none is none", () => {
  const said = {
    "18:00": "18:00",
    " 6:05 ": "06:05",
    "6 pm": "18:00",
    "6:30PM": "18:30",
    "12 am": "00:00",
    "12:15 pm": "12:15",
  };
  for (const [text, time] of Object.entries(said)) assert.equal(readClubTime(text), time, text);
  for (const text of ["", "6", "24:00", "18:60", "13 pm", "0 am", "6:5", "noon", "18:00:00"])
    assert.equal(readClubTime(text), null, text);
});
