import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { untilNextTurn } from "#core/news/next-turn.service.ts";
import { addTournament } from "#core/tournaments/new-tournaments.service.ts";
import { setRules } from "#core/results/season-rules.service.ts";
import { DateTime } from "luxon";
import { moveClockTo } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { tester } from "../../support/small-club.ts";

const app = await openTestApp();
after(() => app.close());

before(async () => {
  await app.write(tester, (work) => setRules(work, { year: 2026, rules: "sabc-team" }));
  const held = { year: 2026, name: "March", firstDay: "2026-03-22", firstCast: "06:30", weighIn: "15:00" };
  await app.write(tester, (work) => addTournament(work, held));
});

const turns: [string, string, string][] = [
  ["the club's midnight", "2026-01-10T12:00:00-06:00", "2026-01-11T00:00:00-06:00"],
  ["the evening, when UTC is already at tomorrow", "2026-01-10T20:00:00-06:00", "2026-01-11T00:00:00-06:00"],
  ["the day the clock is put forward", "2026-03-08T01:00:00-06:00", "2026-03-09T00:00:00-05:00"],
  ["the day the clock is put back", "2026-11-01T00:30:00-05:00", "2026-11-02T00:00:00-06:00"],
  ["the first cast", "2026-03-22T02:00:00-05:00", "2026-03-22T06:30:00-05:00"],
  ["the weigh-in", "2026-03-22T06:30:01-05:00", "2026-03-22T15:00:00-05:00"],
];
for (const [label, now, turn] of turns) {
  test(`the next moment that changes a page by itself: ${label}`, async () => {
    await moveClockTo(app, now);
    const { left, at } = await app.read(visitor, async (work) => ({
      left: await untilNextTurn(work),
      at: work.now,
    }));
    assert.equal(at.plus(left).toMillis(), DateTime.fromISO(turn).toMillis());
  });
}
