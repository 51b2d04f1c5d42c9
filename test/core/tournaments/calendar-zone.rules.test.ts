import assert from "node:assert/strict";
import { describe, test } from "node:test";
import ICAL from "ical.js";
import { IANAZone } from "luxon";
import { describeZone } from "#core/tournaments/calendar-zone.rules.ts";

const zones = [
  "America/Chicago",
  "America/Phoenix",
  "America/Sao_Paulo",
  "Europe/Dublin",
  "Africa/Casablanca",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "UTC",
];

const describing = (name: string): string => {
  const zone = IANAZone.create(name);
  return describeZone({
    zone: name,
    offsetAt: (instant) => zone.offset(instant),
    nameAt: () => "X",
    from: Date.UTC(2025, 0, 1),
    to: Date.UTC(2029, 0, 1),
  });
};

describe("a zone as calendars read it", () => {
  for (const name of zones) {
    test(`${name} has the right hour, every six hours of three years`, () => {
      const component = new ICAL.Component(
        ICAL.parse(`BEGIN:VCALENDAR\r\n${describing(name)}\r\nEND:VCALENDAR`) as unknown[],
      );
      const read = new ICAL.Timezone(component.getFirstSubcomponent("vtimezone")!);
      const zone = IANAZone.create(name);
      const wrong: string[] = [];
      for (let at = Date.UTC(2026, 0, 1, 5); at < Date.UTC(2029, 0, 1); at += 6 * 3_600_000) {
        const local = new Date(at + zone.offset(at) * 60_000).toISOString().slice(0, 19);
        const instant = ICAL.Time.fromDateTimeString(local);
        instant.zone = read;
        // What happens twice may be read either way.
        if (instant.toUnixTime() * 1000 !== at && zone.offset(at) === zone.offset(at - 7_200_000))
          wrong.push(local);
      }
      assert.deepEqual(wrong, []);
    });
  }

  test("tells each change once, by kind", () => {
    assert.deepEqual(describing("America/Chicago").split("\r\n").slice(8, 24), [
      "BEGIN:DAYLIGHT",
      "DTSTART:20250309T020000",
      "RDATE:20260308T020000",
      "RDATE:20270314T020000",
      "RDATE:20280312T020000",
      "TZOFFSETFROM:-0600",
      "TZOFFSETTO:-0500",
      "TZNAME:X",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:20251102T020000",
      "RDATE:20261101T020000",
      "RDATE:20271107T020000",
      "RDATE:20281105T020000",
      "TZOFFSETFROM:-0500",
      "TZOFFSETTO:-0600",
    ]);
  });
});
