import assert from "node:assert/strict";
import { test } from "node:test";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { usualPace } from "../../../bot/pace.ts";
import { botClub } from "../../support/bot-club.ts";
import { votesAtOnce } from "../../support/clicks-at-once.ts";
import { office } from "../../support/poll-club.ts";

const club = await botClub({ members: 300, pace: usualPace, server: { pace: 1, judged: false } });

test("three hundred at once: each is counted and answered, and the message is drawn a few times", async (t) => {
  await club.at("2026-03-12T12:00");
  const poll = await club.app.write(office, (work) =>
    createPoll(work, {
      kind: "choice",
      title: "All at once",
      options: ["North", "South"],
      totals: "live",
      closes: { day: "2026-03-15", time: "18:00" },
    }),
  );
  const message = await club.shows("votes", ({ text }) => text.includes("0 of 300"));
  const { voted, unanswered, late, edits, seconds, tally, p99 } = await votesAtOnce(club, { poll, message });
  t.diagnostic(`99 of 100 had an answer within ${Math.round(p99)} ms, ${late} too late; ${edits} edits`);
  assert.deepEqual(
    { voted, unanswered, tally },
    { voted: 300, unanswered: 0, tally: { North: 150, South: 150 } },
  );
  assert.ok(edits <= 2 + seconds / 2, `${edits} edits in ${seconds} seconds, which lie two seconds apart`);
});
