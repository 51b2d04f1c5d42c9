/**
 * Reads a plain decimal (`12`, `12.25`, `.5`, `-3`) as an integer count of its last place, without a float on the
 * way: `readDecimal("12.25", 4)` is 122500. Null for anything else: signs of plus, exponents, spaces, more places.
 */
export function readDecimal(text: string, places: number): number | null {
  const match = /^(-?)(\d*)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return null;
  if (whole.length > longestWhole || fraction.length > places) return null;
  const count = Number(whole + fraction.padEnd(places, "0"));
  return sign && count !== 0 ? -count : count;
}

/** Writes such a count back, with at least `least` of its places: `writeDecimal(122500, { places: 4, least: 2 })` is `12.25`. */
export function writeDecimal(count: number, { places, least }: { places: number; least: number }): string {
  const digits = String(Math.abs(count)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits
    .slice(digits.length - places)
    .replace(/0+$/, "")
    .padEnd(least, "0");
  return (count < 0 ? "-" : "") + (fraction ? `${whole}.${fraction}` : whole);
}

/** `dividend / divisor` as a whole number, halves up (towards plus infinity). The divisor is above zero. */
export function divideHalfUp(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/** `count` as a whole number of `unit`s, halves away from zero: what screens show. */
export function roundAwayFromZero(count: number, unit: number): number {
  const rounded = divideHalfUp(Math.abs(count), unit);
  return count < 0 && rounded !== 0 ? -rounded : rounded;
}

const longestWhole = 9;
