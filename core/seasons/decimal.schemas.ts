import { z } from "zod";
import { readDecimal, writeDecimal } from "../decimal.ts";

/** Pounds as people write them (12.25), kept as 1/10,000 lb. */
export const pounds = () => decimal({ unit: "pounds", places: 4, from: 0 });

/** Inches, kept as 1/10,000 inch, so that a club that measures fish uses the same arithmetic. */
export const inches = () => decimal({ unit: "inches", places: 4, from: 0 });

/** Dollars (25 or 25.50), kept as cents. */
export const dollars = () => decimal({ unit: "dollars", places: 2, from: 0 });

/** Points (98 or 98.5), kept as 1/100 point. */
export const points = () => decimal({ unit: "points", places: 2, from: 0 });

/** Points to add, or to take away: -2. */
export const signedPoints = () => decimal({ unit: "points", places: 2, from: -100_000 });

/** A count of whole things. */
export const whole = (least: number) =>
  z
    .number({ error: `must be a whole number, ${least} or more` })
    .refine((value) => Number.isSafeInteger(value) && value >= least && value <= 100_000, {
      error: `must be a whole number, ${least} or more`,
    });

/** One of some words; what is wrong says which. */
export const word = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: `must be ${words.map((one) => `"${one}"`).join(" or ")}` });

export const yesNo = () => z.boolean({ error: "must be true or false" });

export const title = () =>
  z
    .string({ error: "must be a text" })
    .trim()
    .min(1, "must not be empty")
    .max(80, "must be at most 80 characters");

function decimal({ unit, places, from }: { unit: string; places: number; from: number }) {
  const sentence = `must be a number of ${unit}, ${from < 0 ? "" : "not below zero, "}with at most ${places} decimals`;
  return z.codec(z.number({ error: sentence }), z.int(), {
    decode: (value, context) => {
      const count = readDecimal(String(value), places);
      if (count !== null && value >= from && value <= 1_000_000) return count;
      context.issues.push({ code: "custom", input: value, message: sentence });
      return z.NEVER;
    },
    encode: (count) => Number(writeDecimal(count, { places, least: 0 })),
  });
}
