import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Actor } from "#core/actor.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { getMyVote } from "#core/polls/my-vote.service.ts";
import type { PollShown } from "#core/polls/polls.service.ts";
import { castVote, withdrawVote } from "#core/polls/vote.service.ts";
import { choose, office, pollClub } from "../../support/poll-club.ts";

const club = await pollClub({ members: 3 });
const { app } = club;
const [ann, bob, cal] = club.members as [Actor, Actor, Actor];
const closes = { day: "2026-03-14", time: "18:00" };
// The club's clock stands at the close or a second or two after it.
const inTime = "2026-03-14T17:59:59-05:00";
const tooOld = "2026-03-14T17:59:50-05:00";

const make = (title: string, secret: boolean): Promise<PollShown> =>
  app.write(office, (work) => createPoll(work, { kind: "yes-no", title, closes, secret }));
const vote = (who: Actor, poll: PollShown, clickedAt?: string) =>
  app.write(who, (work) =>
    castVote(work, { poll: String(poll.id), choices: choose(poll, "Yes"), ...(clickedAt && { clickedAt }) }),
  );
const mine = (who: Actor, poll: PollShown) => app.read(who, (work) => getMyVote(work, { poll: poll.id }));

describe("a press that arrives just after the close", { concurrency: false }, async () => {
  const [open, secret] = [await make("A boat ramp key?", false), await make("A new bylaw?", true)];
  await vote(bob, open);
  // The clock goes on from there: the presses follow at once.
  before(() => club.at("2026-03-14T18:00"));

  for (const poll of [open, secret]) {
    test(`counts by its own moment where the poll is ${poll.secret ? "secret" : "not"}`, async () => {
      assert.equal((await vote(ann, poll, inTime)).outcome, poll.secret ? "secret" : "recorded");
      assert.equal((await mine(ann, poll)).voted, true);
    });

    test(`is late where it was too long on its way, or says no moment; ${poll.secret ? "secret" : "not"}`, async () => {
      await assert.rejects(vote(cal, poll, tooOld), { code: "poll-closed" });
      await assert.rejects(vote(cal, poll), { code: "poll-closed" });
      assert.equal((await mine(cal, poll)).voted, false);
    });
  }

  test("takes a vote back by its own moment too", async () => {
    const withdraw = (clickedAt?: string) =>
      app.write(bob, (work) =>
        withdrawVote(work, { poll: String(open.id), ...(clickedAt && { clickedAt }) }),
      );
    await assert.rejects(withdraw(), { code: "poll-closed" });
    await withdraw(inTime);
    assert.equal((await mine(bob, open)).voted, false);
  });
});
