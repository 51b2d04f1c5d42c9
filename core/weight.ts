import { divideHalfUp, readDecimal, roundAwayFromZero, writeDecimal } from "./decimal.ts";
import { invalid } from "./errors.ts";

/** An integer of 1/10,000 lb, so that sums are exact: 12.25 lb is 122500. Also what a length of a paper event is kept in. */
export type Weight = number;

/** What the scales say: how heavy fish are, or how long in a season whose rules measure them. The arithmetic is the same. */
export type Measure = "weight" | "length";

/** How figures of a kind are told, to people everywhere: on pages, in messages and mails, in a terminal. */
export const measureWords = {
  weight: { unit: "lb", units: "pounds", what: "Weight", bass: "heaviest", bag: "heaviest", more: "heavier" },
  length: { unit: "in", units: "inches", what: "Length", bass: "longest", bag: "best", more: "longer" },
} as const;

/** What is added up where seasons of both kinds come together: pounds, wherever anything was weighed. */
export const mainMeasure = (all: readonly Measure[]): Measure =>
  all.length > 0 && all.every((measure) => measure === "length") ? "length" : "weight";

/** The unit that weights of a season are told in: `lb`, or `in` where fish are measured. */
export const unitOf = (measure: Measure): string => measureWords[measure].unit;

/** Pounds as people write them at the scales: `12.25`, `12-4`, `12lb 4oz`, `12 lb 4 oz`; ounces are exact. Refuses the rest. */
export function parseWeight(text: string): Weight {
  const weight = readPounds(text.trim().toLowerCase());
  if (weight === null || weight < 0) throw notAWeight(text, "12.25, 12-4 or 12 lb 4 oz, up to four decimals");
  return bounded(weight, text);
}

/** As `parseWeight`, and a sum after penalties may be below zero where the rules allow it: `-0.01`. */
export function parseNetWeight(text: string): Weight {
  const trimmed = text.trim();
  return trimmed.startsWith("-") ? 0 - parseWeight(trimmed.slice(1)) : parseWeight(trimmed);
}

/** Ounces (`1204`, `12.5`), rounded half up to 1/10,000 lb where they do not come out even. */
export function weightFromOunces(text: string): Weight {
  const ounces = readDecimal(text.trim(), 4);
  if (ounces === null || ounces < 0) throw notAWeight(text, "ounces such as 196 or 196.5");
  return bounded(divideHalfUp(ounces * ounce, one), text);
}

/** Kilograms (`5.56`), rounded half up to 1/10,000 lb; a pound is 0.45359237 kg exactly. */
export function weightFromKilograms(text: string): Weight {
  const kilograms = readDecimal(text.trim(), 4);
  if (kilograms === null || kilograms < 0) throw notAWeight(text, "kilograms such as 5.56");
  return bounded(divideHalfUp(kilograms * 100_000_000, 45_359_237), text);
}

/** Pounds and ounces with a point between them: `20.15` is 20 lb 15 oz, `20.5` is 20 lb 5 oz. */
export function weightFromPoundsDotOunces(text: string): Weight {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim());
  const weight = match && poundsAndOunces(match[1], match[2]);
  if (weight === null) throw notAWeight(text, "pounds.ounces such as 20.15 for 20 lb 15 oz, ounces 0 to 15");
  return bounded(weight, text);
}

/** Pounds for a screen: two decimals, half away from zero. */
export function printWeight(weight: Weight): string {
  return writeDecimal(roundAwayFromZero(weight, 100), { places: 2, least: 2 });
}

/** Pounds for JSON and CSV: the exact value, two to four decimals. */
export function exactWeight(weight: Weight): string {
  return writeDecimal(weight, { places: 4, least: 2 });
}

function readPounds(text: string): Weight | null {
  const mixed = /^(\d{1,9})(?: ?- ?| ?(?:lbs?|pounds?),? ?)(\d{1,2})(?: ?(?:oz|ozs|ounces?))?$/.exec(text);
  if (mixed) return poundsAndOunces(mixed[1], mixed[2]);
  const ouncesAlone = /^(\d{1,2}) ?(?:oz|ozs|ounces?)$/.exec(text);
  if (ouncesAlone) return poundsAndOunces("0", ouncesAlone[1]);
  return readDecimal(text.replace(/ ?(?:lbs?|pounds?)$/, ""), 4);
}

function poundsAndOunces(pounds: string | undefined, ounces: string | undefined): Weight | null {
  const count = Number(ounces ?? 0);
  return count > 15 ? null : Number(pounds) * one + count * ounce;
}

function bounded(weight: Weight, text: string): Weight {
  if (weight > heaviest)
    throw invalid("weight-too-large", `The weight "${shown(text)}" is over 1,000 lb. Check the number.`);
  return weight;
}

const notAWeight = (text: string, forms: string) =>
  invalid("weight-not-understood", `The weight "${shown(text)}" is not understood. Write ${forms}.`);

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const one: Weight = 10_000;
const ounce: Weight = 625;
const heaviest: Weight = 1_000 * one;
