import { readDecimal, writeDecimal } from "./decimal.ts";
import { invalid } from "./errors.ts";

/** An integer of 1/100 point: 98.5 points is 9850. */
export type Points = number;

/** Points as published: `98`, `98.5`; up to two decimals, not below zero. */
export function parsePoints(text: string): Points {
  const points = readDecimal(text.trim(), 2);
  if (points === null || points < 0 || points > most) {
    throw invalid(
      "points-not-understood",
      `The points "${text.trim().slice(0, 40)}" are not understood. Write a number such as 98 or 98.5.`,
    );
  }
  return points;
}

/** For a screen or CSV, without needless decimals: `98`, `98.5`. */
export function printPoints(points: Points): string {
  return writeDecimal(points, { places: 2, least: 0 });
}

/** For JSON: the number 98 or 98.5. */
export function exactPoints(points: Points): number {
  return Number(printPoints(points));
}

const most: Points = 10_000_000;
