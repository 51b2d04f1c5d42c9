import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nightBot } from "../support/killed-bot.ts";
import {
  assertDurable,
  killDatabase,
  siteRoad,
  terminalRoad,
  voteWhileKilled,
  votingClub,
  wrongInTheBook,
} from "../support/killed-votes.ts";

describe("10,000 votes of 500 members and 200 entered at the terminal", () => {
  test(
    "the database killed four times and the bot three: none is lost once told, none is doubled",
    { timeout: 600_000 },
    async () => {
      const club = await votingClub({ members: 700, asks: "choice" });
      assertDurable(club.home);
      const bot = await nightBot(club);
      const site = siteRoad(club);
      const database = killDatabase(club);
      const answered = await voteWhileKilled(club, {
        // What a kill of the bot cuts off waits three seconds for it, as on Discord: a tenth of all is enough.
        roads: [...Array.from({ length: 9 }, () => site), bot.road],
        each: 20,
        kills: [database, bot.kill, database, bot.kill, database, bot.kill, database],
        atOnce: 50,
        byTerminal: { count: 200, road: terminalRoad(club) },
      });
      const told = Map.groupBy(answered, (press) => press.told);
      const unknown = told.get("unknown")?.length ?? 0;
      process.stderr.write(
        `${answered.length} presses, ${unknown} of them cut off by the seven kills; bots: ${bot.ends.join("; ")}\n`,
      );
      assert.deepEqual(
        [...told.keys()].filter(
          (word) =>
            !["recorded", "changed", "same", "repeated", "unknown", "member-has-voted"].includes(word),
        ),
        [],
      );
      assert.ok(answered.length - unknown >= 10_200);
      assert.deepEqual(await wrongInTheBook(club, answered), []);
    },
  );
});
