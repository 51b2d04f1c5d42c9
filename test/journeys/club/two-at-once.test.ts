import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { raceClub } from "../../support/race-club.ts";
import { brokeDown, unguarded } from "../../support/two-at-once.ts";

const club = await raceClub();

describe("two at once", { concurrency: false }, () => {
  test("the same file into one tournament: one adds, the other finds nothing to do", async () => {
    assert.deepEqual(await club.importsAtOnce(), { people: 3, boats: 3, added: [0, 3], refused: [] });
  });

  test("a guest in the files of two tournaments is one person", async () => {
    assert.deepEqual(await club.strangersAtOnce(), { people: 3, refused: [] });
  });

  test("the same season: one makes it, the other finds nothing to do", async () => {
    assert.deepEqual(await club.seasonsAtOnce(), { people: 3, tournaments: [0, 2], refused: [] });
  });

  test("a tournament made official three times at once is recorded and pays its pot once", async () => {
    assert.deepEqual(await club.officialsAtOnce(), { done: 3, refused: [], recorded: 1, pot: 800 });
  });

  test("a correction that meets the making official comes before it, or needs a reason", async () => {
    const { refused, late } = await club.correctionMeetsOfficial();
    assert.equal(late, false);
    if (refused.length > 0) assert.deepEqual(refused, [["invalid", "reason-required"]]);
  });

  test("control: without waiting for each other there are twins, and refusals", async () => {
    const imports = await brokeDown(club.importsAtOnce(unguarded));
    assert.notDeepEqual(imports, { people: 3, boats: 3, added: [0, 3], refused: [] });
    const strangers = await club.strangersAtOnce(unguarded);
    assert.equal(strangers.people, 6);
    const officials = await brokeDown(club.officialsAtOnce(unguarded));
    assert.notDeepEqual([officials?.refused, officials?.recorded], [[], 1]);
  });

  test("what is written down is what the rules say", async () => {
    assert.equal(await club.differing(), 0);
  });
});
