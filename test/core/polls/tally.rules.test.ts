import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isDecided, tally, type TallyInput } from "#core/polls/tally.rules.ts";

/** Lakes 1 and 2; ramps 11, 12 on lake 1 and 21 on lake 2; hours 31, 32. */
const questions: TallyInput["questions"] = [
  { id: 3, position: 3, options: [option(31), option(32)] },
  { id: 1, position: 1, options: [option(1), option(2)] },
  { id: 2, position: 2, options: [option(11, 1), option(12, 1), option(21, 2)] },
];

function option(id: number, parentId: number | null = null) {
  return { id, position: id % 10, parentId };
}

const count = (votes: Record<number, number>, more: Partial<TallyInput> = {}) =>
  tally({
    questions,
    votes: new Map(Object.entries(votes).map(([id, cast]) => [Number(id), cast])),
    decision: "plurality",
    rulings: new Map(),
    ...more,
  });

const verdicts = (tallies: ReturnType<typeof tally>) =>
  tallies.map(({ verdict, winner, tied }) => [verdict, winner, tied]);

describe("a location poll is counted down its tree", () => {
  test("the lake with most ballots wins, however they are spread over ramps and hours", () => {
    // Lake 1 has five of nine, but no ramp of it has as many as ramp 21.
    const counted = count({ 1: 5, 2: 4, 11: 3, 12: 2, 21: 4, 31: 4, 32: 5 });
    assert.deepEqual(verdicts(counted), [
      ["won", 1, []],
      ["won", 11, []],
      ["won", 32, []],
    ]);
    assert.deepEqual(counted[1]!.options, [
      { option: 21, votes: 4, counts: false },
      { option: 11, votes: 3, counts: true },
      { option: 12, votes: 2, counts: true },
    ]);
    assert.equal(counted[1]!.ballots, 5);
    assert.equal(counted[2]!.ballots, 9);
  });

  test("a tie of lakes lets the ramps wait, not the hours", () => {
    const counted = count({ 1: 4, 2: 4, 11: 4, 21: 4, 31: 8 });
    assert.deepEqual(verdicts(counted), [
      ["tied", null, [1, 2]],
      ["waiting", null, []],
      ["won", 31, []],
    ]);
    assert.equal(isDecided(counted), false);
  });

  test("once the tie is decided the ramps of that lake are counted, which may tie again", () => {
    const decided = count({ 1: 4, 2: 4, 11: 2, 12: 2, 21: 4, 31: 8 }, { rulings: new Map([[1, 1]]) });
    assert.deepEqual(verdicts(decided), [
      ["won", 1, [1, 2]],
      ["tied", null, [11, 12]],
      ["won", 31, []],
    ]);
    assert.equal(decided[0]!.byRuling, true);
  });

  test("a ruling for what is not tied decides nothing", () => {
    const counted = count({ 1: 4, 2: 4 }, { rulings: new Map([[1, 99]]) });
    assert.equal(counted[0]!.verdict, "tied");
    const clear = count({ 1: 5, 2: 4 }, { rulings: new Map([[1, 2]]) });
    assert.deepEqual([clear[0]!.winner, clear[0]!.byRuling], [1, false]);
  });

  test("nobody voted: no winner anywhere", () => {
    const counted = count({});
    assert.deepEqual(
      counted.map(({ verdict }) => verdict),
      ["no-votes", "not-asked", "no-votes"],
    );
    assert.equal(isDecided(counted), true);
  });
});

describe("majority", () => {
  const one = [{ id: 1, position: 1, options: [option(1), option(2), option(3)] }];
  const cases: [string, Record<number, number>, string, number | null][] = [
    ["more than half wins", { 1: 6, 2: 5 }, "won", 1],
    ["half is not enough", { 1: 5, 2: 5 }, "no-majority", null],
    ["most, but not half of all", { 1: 5, 2: 4, 3: 3 }, "no-majority", null],
    ["a single ballot", { 2: 1 }, "won", 2],
    ["none", {}, "no-votes", null],
  ];
  for (const [label, votes, verdict, winner] of cases) {
    test(label, () => {
      const [counted] = count(votes, { questions: one, decision: "majority" });
      assert.deepEqual([counted!.verdict, counted!.winner], [verdict, winner]);
    });
  }
});
