import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readyToVote } from "#core/polls/ready.service.ts";
import { pollClub } from "../../support/poll-club.ts";
import { brokeDown, unguarded } from "../../support/two-at-once.ts";
import { closingsRace, duplicatesRace, heldVotesMeetTheCount } from "../../support/votes-at-once.ts";

describe("who serves", () => {
  test("gets ready for votes without one", async () => {
    const { app, members } = await pollClub({ members: 1 });
    await app.getReady(readyToVote);
    const [left] = await app.read(members[0]!, (work) =>
      work.em.execute(`
        select (select count(*) from ballot)::int as ballots, (select count(*) from ballot_request)::int as presses,
          (select count(*) from audit_record where verb = '')::int as records,
          (select count(*) from pg_prepared_statements where statement ~ '^explain.*insert into (ballot|audit_record)')::int as planned`),
    );
    assert.deepEqual(left, { ballots: 0, presses: 0, records: 0, planned: 3 });
  });
});

describe("votes at once", { concurrency: false }, () => {
  test("of one member through many channels leave one ballot", () =>
    duplicatesRace({ members: 3, each: 20 }));

  test("racing the close are in the tally or refused, never beside it", async () => {
    const { told, refused, outside } = await closingsRace({ closings: 4, votes: 30 });
    assert.deepEqual([told + refused, outside], [120, 0]);
  });

  test("control: a count that waits for nobody leaves some out", async () => {
    const hasty = { closings: 1, votes: 30, closing: unguarded };
    let outside = 0;
    for (let tries = 0; tries < 20 && outside === 0; tries += 1)
      outside = (await brokeDown(closingsRace(hasty)))?.outside ?? 1;
    assert.ok(outside > 0);
  });
});

describe("votes that looked at the clock before the close and write after the count", async () => {
  const club = await pollClub({ members: 5 });

  test("are refused: the poll they hold is read anew", async () => {
    assert.deepEqual(await heldVotesMeetTheCount(club), { told: 0, refused: 5, outside: 0 });
  });

  test("control: without their lock all of them stand outside the tally", async () => {
    const change = (sql: string): string => sql.replace("for share of p", "");
    assert.deepEqual(await heldVotesMeetTheCount(club, { change }), { told: 5, refused: 0, outside: 5 });
  });
});
