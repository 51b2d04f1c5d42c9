import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { DomainError } from "#core/errors.ts";
import { exactMoney, parseCents, parseSignedCents, printMoney } from "#core/money.ts";

describe("money", () => {
  for (const [text, cents] of [
    ["25", 2_500],
    ["25.5", 2_550],
    ["$25.00", 2_500],
    ["$1,234.50", 123_450],
    ["0", 0],
  ] as const) {
    test(`${text} is ${cents} cents`, () => assert.equal(parseCents(text), cents));
  }

  for (const text of ["", "-5", "1,23", "1.234", "NaN", "1e3", "$", "5 $", "1000000.01", "ten"]) {
    test(`refused with a sentence: ${JSON.stringify(text)}`, () =>
      assert.throws(() => parseCents(text), DomainError));
  }

  test("a correction may be below zero", () => assert.equal(parseSignedCents("-$12.50"), -1_250));
  test("an adjustment upwards reads the same", () => assert.equal(parseSignedCents("12.50"), 1_250));

  for (const [cents, screen, exact] of [
    [123_450, "$1,234.50", "1234.50"],
    [-123_450, "-$1,234.50", "-1234.50"],
    [100_000_000, "$1,000,000.00", "1000000.00"],
    [5, "$0.05", "0.05"],
    [0, "$0.00", "0.00"],
  ] as const) {
    test(`${cents} is ${screen} on a screen and ${exact} in data`, () => {
      assert.deepEqual([printMoney(cents), exactMoney(cents)], [screen, exact]);
    });
  }

  test("what is printed reads back the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (cents) => {
        assert.equal(parseSignedCents(printMoney(cents)), cents);
        assert.equal(parseSignedCents(exactMoney(cents)), cents);
      }),
    );
  });
});
