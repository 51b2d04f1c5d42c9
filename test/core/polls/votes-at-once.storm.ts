import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { closingsRace, duplicatesRace } from "../../support/votes-at-once.ts";

describe("votes at once", { concurrency: false }, () => {
  test("10,000 of 500 members leave 500 ballots", () => duplicatesRace({ members: 500, each: 20 }));

  test("100 closings in the midst of votes leave none outside the tally", async () => {
    const { told, refused, outside } = await closingsRace({ closings: 100, votes: 40 });
    process.stderr.write(`100 closings: ${told} votes recorded, ${refused} refused, ${outside} outside\n`);
    assert.deepEqual([told + refused, outside], [4_000, 0]);
    assert.ok(told > 0 && refused > 0);
  });
});
