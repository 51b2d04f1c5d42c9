import assert from "node:assert/strict";
import { test } from "node:test";
import { visitor } from "#core/actor.ts";
import { listOpenPolls } from "#core/polls/open-polls.service.ts";
import { closePoll } from "#core/polls/tally.service.ts";
import { getTournamentSurroundings } from "#core/polls/tournament-vote.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { cancelEvent } from "#core/tournaments/cancel.service.ts";
import type { Work } from "#core/work.ts";
import { choose, office, pollClub } from "../../support/poll-club.ts";
import { countQueriesOf } from "../../support/query-count.ts";

test("a passer-by is told of a poll while it is open, how far it is by its tournament, and of no vote", async () => {
  const { app, members, at, make } = await pollClub({ members: 3 });
  const open = () => app.read(visitor, (work) => listOpenPolls(work));
  const poll = await make();
  const around = (work: Work) => getTournamentSurroundings(work, { id: poll.tournament!.id });
  const vote = async () => (await app.read(visitor, around)).vote;
  const { title, opensAt, closesAt } = poll;
  assert.deepEqual(await open(), []);
  assert.deepEqual(await vote(), { title, opensAt, closesAt, state: "scheduled" });

  await at("2026-03-12T06:00");
  const notice = {
    id: poll.id,
    title: poll.title,
    closesAt: "2026-03-15T18:00:00-05:00",
    tournament: { season: 2026, number: 1, lake: null },
  };
  assert.deepEqual(await open(), [notice]);

  await app.write(members[0]!, (work) =>
    castVote(work, {
      poll: String(poll.id),
      choices: choose(poll, "North Lake", "Cove", "6:30 am to 2:30 pm"),
    }),
  );
  assert.deepEqual(await open(), [notice]);
  assert.deepEqual(await vote(), { title, opensAt, closesAt, state: "open" });
  assert.equal(await countQueriesOf(app, (work) => listOpenPolls(work)), 1);
  assert.equal(await countQueriesOf(app, around), 1);

  await at("2026-03-15T18:00");
  assert.deepEqual(await open(), []);
  assert.equal((await vote())?.state, "closed");
  await at("2026-03-15T18:01");
  await app.rehearse(office, async (work) => {
    await closePoll(work, { poll: poll.id });
    assert.equal((await around(work)).vote?.state, "decided");
  });
  await at("2026-03-14T18:00");
  await app.write(office, (work) => cancelEvent(work, { event: "2026-01", reason: "Ice" }));
  assert.deepEqual(await open(), []);
});
