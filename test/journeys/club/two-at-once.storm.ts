import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { raceClub } from "../../support/race-club.ts";
import { brokeDown, unguarded } from "../../support/two-at-once.ts";

const rounds = 25;
type Club = Awaited<ReturnType<typeof raceClub>>;

/** On a club of their own, whose book is right in the end. */
async function again<T>(race: (club: Club) => Promise<T>): Promise<T[]> {
  const club = await raceClub();
  const outcomes = await often(() => race(club));
  assert.equal(await club.differing(), 0);
  return outcomes;
}

async function often<T>(race: () => Promise<T>): Promise<T[]> {
  const outcomes: T[] = [];
  for (let round = 0; round < rounds; round += 1) outcomes.push(await race());
  return outcomes;
}

describe(`two at once, ${rounds} times`, { concurrency: false }, () => {
  test("the same file into one tournament", async () => {
    for (const outcome of await again((club) => club.importsAtOnce()))
      assert.deepEqual(outcome, { people: 3, boats: 3, added: [0, 3], refused: [] });
  });

  test("a guest in the files of two tournaments", async () => {
    for (const outcome of await again((club) => club.strangersAtOnce()))
      assert.deepEqual(outcome, { people: 3, refused: [] });
  });

  test("the same season", async () => {
    for (const outcome of await again((club) => club.seasonsAtOnce()))
      assert.deepEqual(outcome, { people: 3, tournaments: [0, 2], refused: [] });
  });

  test("the making official of one tournament", async () => {
    for (const outcome of await again((club) => club.officialsAtOnce()))
      assert.deepEqual(outcome, { done: 3, refused: [], recorded: 1, pot: 800 });
  });

  test("a correction and the making official", async () => {
    for (const { refused, late } of await again((club) => club.correctionMeetsOfficial())) {
      assert.equal(late, false);
      if (refused.length > 0) assert.deepEqual(refused, [["invalid", "reason-required"]]);
    }
  });

  test("control: without waiting for each other there are twins, and twice recorded decisions", async () => {
    const club = await raceClub();
    const strangers = await often(() => brokeDown(club.strangersAtOnce(unguarded)));
    assert.ok(strangers.some((one) => one?.people === 6));
    const officials = await often(() => brokeDown(club.officialsAtOnce(unguarded)));
    assert.ok(officials.some((one) => one === null || one.refused.length > 0 || one.recorded > 1));
  });
});
