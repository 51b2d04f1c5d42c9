import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, clock } from "#core/actor.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { editPoll, reopenPoll } from "#core/polls/keep-poll.service.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { moveClockTo } from "../../support/clock.ts";
import { choose, office, pollClub } from "../../support/poll-club.ts";

const { app, members } = await pollClub({ members: 9 });

const yesNo = (closes: { day: string; time: string }): Promise<PollShown> =>
  app.write(office, (work) => createPoll(work, { kind: "yes-no", title: "New banner?", closes }));
const vote = (who: Actor, poll: PollShown, clickedAt?: string) =>
  app.write(who, (work) =>
    castVote(work, { poll: String(poll.id), choices: choose(poll, "Yes"), ...(clickedAt && { clickedAt }) }),
  );
const look = (poll: PollShown) => app.read(office, (work) => getPoll(work, { poll: poll.id }));

describe("a deadline at a clock change", { concurrency: false }, () => {
  const refused: [string, { day: string; time: string }, string, RegExp][] = [
    [
      "in the hour that does not exist",
      { day: "2027-03-14", time: "02:30" },
      "time-skipped",
      /Use 01:30 or 03:30\./,
    ],
    [
      "in the hour that exists twice",
      { day: "2026-11-01", time: "01:30" },
      "time-twice",
      /Use 00:30 or 02:30\./,
    ],
  ];
  for (const [label, closes, code, message] of refused) {
    test(`${label} is refused with the two neighbours, wherever it is said`, async () => {
      await moveClockTo(app, "2026-10-31T12:00:00-05:00");
      await assert.rejects(yesNo(closes), { code, message });
      const poll = await yesNo({ day: "2026-10-31", time: "18:00" });
      const edit = { poll: String(poll.id), closes };
      await assert.rejects(
        app.write(office, (work) => editPoll(work, edit)),
        { code, message },
      );
      await moveClockTo(app, "2026-10-31T18:00:01-05:00");
      const reopen = { poll: String(poll.id), closes, reason: "the server was down" };
      await assert.rejects(
        app.write(office, (work) => reopenPoll(work, reopen)),
        { code, message },
      );
    });
  }

  test("behind the hour that exists twice lets members vote in both of them", async () => {
    await moveClockTo(app, "2026-10-31T12:00:00-05:00");
    const poll = await yesNo({ day: "2026-11-01", time: "02:00" });
    assert.equal(poll.closesAt, "2026-11-01T02:00:00-06:00");
    for (const [at, moment] of [
      "2026-11-01T01:30:00-05:00",
      "2026-11-01T01:30:00-06:00",
      "2026-11-01T01:59:58-06:00",
    ].entries()) {
      await moveClockTo(app, moment);
      assert.equal((await vote(members[at]!, poll)).outcome, "recorded", moment);
    }
    await moveClockTo(app, "2026-11-01T02:00:00-06:00");
    await assert.rejects(vote(members[3]!, poll), { code: "poll-closed" });
    assert.equal((await look(poll)).turnout.voted, 3);
  });
});

describe("a click at the last second", { concurrency: false }, () => {
  const closes = { day: "2026-10-20", time: "18:00" };
  const lastSecond = "2026-10-20T17:59:59.500-05:00";
  let poll: PollShown;

  test("counts by the moment of the click, if it arrives within five seconds", async () => {
    await moveClockTo(app, "2026-10-20T12:00:00-05:00");
    poll = await yesNo(closes);
    await moveClockTo(app, "2026-10-20T18:00:02-05:00");
    assert.equal((await vote(members[0]!, poll, lastSecond)).outcome, "recorded");
    const [row] = await app.read(office, (work) =>
      work.em.execute<{ at: string }[]>(
        `select to_char(cast_at at time zone 'America/Chicago', 'HH24:MI:SS.MS') as at from ballot where poll_id = ?`,
        [poll.id],
      ),
    );
    assert.equal(row?.at, "17:59:59.500");
  });

  const late: [string, string, string][] = [
    ["replayed after an outage", "2026-10-20T18:00:06-05:00", lastSecond],
    ["of the future", "2026-10-20T18:00:02-05:00", "2026-10-20T18:00:03-05:00"],
    ["at the deadline itself", "2026-10-20T18:00:02-05:00", "2026-10-20T18:00:00-05:00"],
  ];
  for (const [label, now, clickedAt] of late) {
    test(`does not count ${label}`, async () => {
      await moveClockTo(app, now);
      await assert.rejects(vote(members[1]!, poll, clickedAt), { code: "poll-closed" });
    });
  }

  test("does not count once the tally is taken", async () => {
    await moveClockTo(app, "2026-10-20T18:00:05-05:00");
    assert.equal(
      (await closeDuePolls(app, { actor: clock })).some(({ id }) => id === poll.id),
      true,
    );
    await moveClockTo(app, "2026-10-20T18:00:03-05:00");
    await assert.rejects(vote(members[2]!, poll, lastSecond), {
      code: "poll-closed",
      details: { voted: false },
    });
    assert.equal((await look(poll)).turnout.voted, 1);
  });
});
