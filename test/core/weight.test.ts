import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { DomainError } from "#core/errors.ts";
import {
  exactWeight,
  parseNetWeight,
  parseWeight,
  printWeight,
  weightFromKilograms,
  weightFromOunces,
  weightFromPoundsDotOunces,
} from "#core/weight.ts";

const readings = [
  ["decimals", "12.25", 122_500],
  ["four decimals", "12.0625", 120_625],
  ["a whole number", "20", 200_000],
  ["without the whole", ".5", 5_000],
  ["pounds-ounces", "12-4", 122_500],
  ["pounds - ounces with spaces", "12 - 4", 122_500],
  ["lb and oz run together", "12lb 4oz", 122_500],
  ["lb and oz apart", "12 lb 4 oz", 122_500],
  ["lbs", "12.25 lbs", 122_500],
  ["ounces alone", "4 oz", 2_500],
  ["an ounce is exact", "0-1", 625],
  ["spaces around", "  9.75 ", 97_500],
  ["nothing caught", "0", 0],
] as const;

describe("a weight as people write it", () => {
  for (const [label, text, weight] of readings) test(label, () => assert.equal(parseWeight(text), weight));

  const junk = [
    "",
    " ",
    "abc",
    "-1",
    "-0.01",
    "+5",
    "1e3",
    "NaN",
    "Infinity",
    "0x10",
    "12,25",
    "12.",
    "12.12345",
  ];
  for (const text of [
    ...junk,
    "12-16",
    "12-4-2",
    "1 2",
    "１２",
    "12 kg",
    "1000.5",
    "99999999999",
    "9".repeat(400),
  ]) {
    test(`refused with a sentence: ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.throws(
        () => parseWeight(text),
        (error) => error instanceof DomainError && error.kind === "invalid",
      );
    });
  }

  test("a net may be below zero", () => assert.equal(parseNetWeight("-0.01"), -100));
});

describe("other units", () => {
  test("ounces", () => assert.equal(weightFromOunces("1204"), 752_500));
  test("kilograms are rounded half up", () => assert.equal(weightFromKilograms("5.56"), 122_577));
  test("pounds.ounces", () => assert.equal(weightFromPoundsDotOunces("20.15"), 209_375));
  test("pounds.ounces with one digit", () => assert.equal(weightFromPoundsDotOunces("20.5"), 203_125));
  for (const [read, text] of [
    [weightFromOunces, "-3"],
    [weightFromKilograms, "1e2"],
    [weightFromPoundsDotOunces, "20.16"],
  ] as const) {
    test(`refused: ${text}`, () => assert.throws(() => read(text), DomainError));
  }
});

describe("a weight in print", () => {
  for (const [weight, screen, exact] of [
    [122_500, "12.25", "12.25"],
    [120_625, "12.06", "12.0625"],
    [120_650, "12.07", "12.065"],
    [-120_650, "-12.07", "-12.065"],
    [-49, "0.00", "-0.0049"],
    [0, "0.00", "0.00"],
    [5, "0.00", "0.0005"],
  ] as const) {
    test(`${weight} is ${screen} on a screen and ${exact} in data`, () => {
      assert.deepEqual([printWeight(weight), exactWeight(weight)], [screen, exact]);
    });
  }

  test("what is written exactly reads back the same", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        (weight) => parseWeight(exactWeight(weight)) === weight,
      ),
    );
  });
});
