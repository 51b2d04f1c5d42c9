import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DateTime } from "luxon";
import { isTooLate, type Told } from "#core/notices/worth.rules.ts";

const zone = "America/Chicago";
const madeAt = new Date("2026-03-01T12:00:00-06:00");
const at = (moment: string) => {
  const now = DateTime.fromISO(moment, { zone });
  return { now, today: now.toISODate()! };
};
const day = { firstDay: "2026-03-21", lastDay: "2026-03-22" };
const earlier = { firstDay: "2026-03-15", lastDay: "2026-03-15" };
const poll = { poll: 4, title: "March", description: null, closesAt: "2026-03-15T18:00:00-05:00" };
const moved = { event: "March", startsAt: null, reason: null };
const nowhere = { lake: null, ramp: null, firstCast: null, weighIn: null };
const result = { tournament: "2026-02", name: "February", firstDay: "2026-02-22", podium: [], bigBass: null };

describe("what is told is worth telling", () => {
  const cases: [label: string, told: Told, still: string, over: string][] = [
    [
      "a cancellation, through the event's last day, by the club's clock",
      { purpose: "event-cancelled", facts: { event: "March", ...day, reason: "flood" } },
      "2026-03-22T23:59",
      "2026-03-23T00:00",
    ],
    [
      "a move to a later day, through that",
      { purpose: "event-moved", facts: { ...moved, from: earlier, to: day } },
      "2026-03-22T23:59",
      "2026-03-23T00:00",
    ],
    [
      "a move to an earlier day, through the old one",
      { purpose: "event-moved", facts: { ...moved, from: day, to: earlier } },
      "2026-03-22T23:59",
      "2026-03-23T00:00",
    ],
    [
      "another lake, through the tournament's last day",
      {
        purpose: "tournament-changed",
        facts: { tournament: "2026-03", name: "March", ...day, before: nowhere, after: nowhere },
      },
      "2026-03-22T23:59",
      "2026-03-23T00:00",
    ],
    [
      "a poll that opens, until it closes",
      { purpose: "poll-opened", facts: poll },
      "2026-03-15T17:59:59",
      "2026-03-15T18:00",
    ],
    [
      "a poll that closes soon, until it does",
      { purpose: "poll-closing-soon", facts: poll },
      "2026-03-15T17:59:59",
      "2026-03-15T18:00",
    ],
    [
      "a code, until it expires",
      { purpose: "discord-code", facts: { code: "1", discordName: null, validUntil: poll.closesAt } },
      "2026-03-15T17:59:59",
      "2026-03-15T18:00",
    ],
    [
      "open dues, through their year",
      { purpose: "dues-reminder", facts: { year: 2026, cents: 25_00, paidThrough: null } },
      "2026-12-31T23:59",
      "2027-01-01T00:00",
    ],
    [
      "results, for a fortnight",
      { purpose: "results-official", facts: result },
      "2026-03-15T13:00",
      "2026-03-15T13:01",
    ],
    [
      "news, for a fortnight",
      { purpose: "news", facts: { slug: "hat", title: "A hat", body: "Found." } },
      "2026-03-15T13:00",
      "2026-03-15T13:01",
    ],
  ];
  for (const [label, told, still, over] of cases) {
    test(label, () => {
      assert.deepEqual(
        [still, over].map((moment) => isTooLate({ ...told, madeAt }, at(moment))),
        [false, true],
      );
    });
  }

  test("always, where it is about the person's own money, record or vote", () => {
    const own: Told[] = [
      { purpose: "member-approved", facts: { from: "2026-03-01" } },
      {
        purpose: "proxy-ballot",
        facts: { poll: 4, title: "March", by: "Wes", choices: "Pier", closesAt: poll.closesAt },
      },
    ];
    assert.deepEqual(
      own.map((told) => isTooLate({ ...told, madeAt }, at("2030-01-01"))),
      [false, false],
    );
  });
});
