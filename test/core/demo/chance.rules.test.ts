import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chanceOf } from "#core/demo/chance.rules.ts";

const draw = (words: string, count: number): number[] => {
  const chance = chanceOf(words);
  return Array.from({ length: count }, () => chance.next());
};

describe("chance", () => {
  test("the same words give the same numbers, other words others", () => {
    assert.deepEqual(draw("a lake", 5), draw("a lake", 5));
    assert.notDeepEqual(draw("a lake", 5), draw("a river", 5));
  });

  test("stays what it was: a demo of last year is the same today", () => {
    assert.deepEqual(
      draw("a lake", 3).map((number) => Math.floor(number * 1_000_000)),
      [10_046, 431_815, 837_821],
    );
  });

  test("numbers lie in their range and spread over it", () => {
    const numbers = draw("spread", 10_000);
    assert.ok(numbers.every((number) => number >= 0 && number < 1));
    const tenths = Map.groupBy(numbers, (number) => Math.floor(number * 10));
    assert.equal(tenths.size, 10);
    for (const found of tenths.values()) assert.ok(found.length > 850 && found.length < 1_150);
  });

  test("shuffling loses nobody and leaves the list as it was", () => {
    const list = ["a", "b", "c", "d", "e"];
    assert.deepEqual(chanceOf("deck").shuffled(list).toSorted(), list);
    assert.deepEqual(list, ["a", "b", "c", "d", "e"]);
  });
});
