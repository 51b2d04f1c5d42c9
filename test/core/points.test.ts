import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { divideHalfUp } from "#core/decimal.ts";
import { DomainError } from "#core/errors.ts";
import { exactPoints, parsePoints, printPoints } from "#core/points.ts";

describe("points", () => {
  for (const [text, points] of [
    ["98", 9_800],
    ["98.5", 9_850],
    ["0", 0],
    ["66.67", 6_667],
  ] as const) {
    test(`${text} is ${points} hundredths, and back`, () => {
      assert.equal(parsePoints(text), points);
      assert.equal(printPoints(points), text);
      assert.equal(exactPoints(points), Number(text));
    });
  }

  for (const text of ["", "-1", "98.555", "abc", "1e2", "9999999"]) {
    test(`refused: ${JSON.stringify(text)}`, () => assert.throws(() => parsePoints(text), DomainError));
  }

  test("averages are rounded half up", () => {
    assert.deepEqual([divideHalfUp(5, 2), divideHalfUp(-5, 2), divideHalfUp(29_600, 3)], [3, -2, 9_867]);
  });
});
