import { describe, test } from "node:test";
import { closingsRace, duplicatesRace } from "../../support/votes-at-once.ts";

describe("votes at once", { concurrency: false }, () => {
  test("of one member through many channels leave one ballot", () =>
    duplicatesRace({ members: 3, each: 20 }));

  test("racing the close are in the tally or refused, never beside it", () =>
    closingsRace({ closings: 4, votes: 20 }));
});
