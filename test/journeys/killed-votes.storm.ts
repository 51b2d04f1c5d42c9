import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  assertDurable,
  siteRoad,
  terminalRoad,
  voteWhileKilled,
  votingClub,
  wrongInTheBook,
} from "../support/killed-votes.ts";

describe("10,000 votes of 500 members and 200 entered at the terminal, the database killed four times", () => {
  test("none is lost after it was told, none is doubled", async () => {
    const club = await votingClub({ members: 700 });
    assertDurable(club.home);
    const answered = await voteWhileKilled(club, {
      roads: [siteRoad(club)],
      each: 20,
      kills: 4,
      atOnce: 50,
      byTerminal: { count: 200, road: terminalRoad(club) },
    });
    const unknown = answered.filter(({ told }) => told === "unknown").length;
    process.stderr.write(`${answered.length} presses, ${unknown} of them cut off by the four kills\n`);
    const told = Map.groupBy(answered, ({ told }) => told);
    assert.deepEqual(
      [...told.keys()].filter(
        (word) => !["recorded", "changed", "same", "repeated", "unknown", "member-has-voted"].includes(word),
      ),
      [],
    );
    assert.ok(answered.length - unknown >= 10_200);
    assert.deepEqual(await wrongInTheBook(club, answered), []);
  });
});
