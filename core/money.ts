import { readDecimal, writeDecimal } from "./decimal.ts";
import { invalid } from "./errors.ts";

/** An integer of US cents. */
export type Cents = number;

/** Dollars as people write them: `25`, `25.5`, `$1,234.50`. Refuses what is below zero, over a million or no amount. */
export function parseCents(text: string): Cents {
  const trimmed = text.trim();
  const plain = trimmed.replace(/^\$ ?/, "");
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const cents = readDecimal(grouped ? plain.replaceAll(",", "") : plain, 2);
  if (cents === null || cents < 0) {
    throw invalid(
      "money-not-understood",
      `The amount "${trimmed.slice(0, 40)}" is not understood. Write dollars such as 25 or 25.50.`,
    );
  }
  if (cents > most) {
    throw invalid(
      "money-too-large",
      `The amount "${trimmed.slice(0, 40)}" is over $1,000,000. Check the number.`,
    );
  }
  return cents;
}

/** As `parseCents`, and a correction of a ledger may be below zero: `-12.50`, `-$12.50`. */
export function parseSignedCents(text: string): Cents {
  const trimmed = text.trim();
  return trimmed.startsWith("-") ? 0 - parseCents(trimmed.slice(1)) : parseCents(trimmed);
}

/** For a screen: `$1,234.50`. */
export function printMoney(cents: Cents): string {
  const [dollars = "0", fraction] = exactMoney(Math.abs(cents)).split(".");
  return `${cents < 0 ? "-" : ""}$${dollars.replaceAll(/\B(?=(\d{3})+$)/g, ",")}.${fraction}`;
}

/** For JSON and CSV: `1234.50`. */
export function exactMoney(cents: Cents): string {
  return writeDecimal(cents, { places: 2, least: 2 });
}

const most: Cents = 100_000_000;
