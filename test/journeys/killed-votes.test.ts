import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  hastyRoad,
  killDatabase,
  siteRoad,
  unguardedRoad,
  voteWhileKilled,
  votingClub,
  wrongInTheBook,
} from "../support/killed-votes.ts";

describe("votes while the database is killed", { concurrency: false }, async () => {
  const club = await votingClub({ members: 16 });
  const night = { each: 5, kills: [], atOnce: 12, byTerminal: null };

  test("are all there once they were told, and none twice", async () => {
    const answered = await voteWhileKilled(club, {
      ...night,
      kills: [killDatabase(club)],
      roads: [siteRoad(club)],
    });
    assert.deepEqual(await wrongInTheBook(club, answered), []);
  });

  test("control: told before they are kept, those whose line was cut are lost", async () => {
    const answered = await voteWhileKilled(club, { ...night, each: 3, roads: [hastyRoad(club)] });
    const wrong = await wrongInTheBook(club, answered);
    assert.ok(wrong.length > 0);
    assert.deepEqual(
      wrong.filter((sentence) => !/^lost: \d*[02468] /.test(sentence)),
      [],
    );
  });

  test("control: without the guard of one ballot each, some are doubled", async () => {
    const answered = await voteWhileKilled(club, { ...night, each: 2, roads: [await unguardedRoad(club)] });
    const wrong = await wrongInTheBook(club, answered);
    assert.ok(
      wrong.some((sentence) => sentence.startsWith("doubled: ")),
      wrong.join("\n"),
    );
  });
});
