import type { Cents } from "../money.ts";
import type { PaymentMethod } from "../tournaments/entry-payment.entity.ts";
import { chanceOf } from "./chance.rules.ts";

/** Money taken at the ramp for one entry. */
export interface DemoFee {
  cents: Cents;
  method: PaymentMethod;
}

/** Whether the treasurer has been after all of them since. */
export type Ramp = "settled" | "latest";

interface Owing {
  owed: Cents;
  /** How many are aboard. */
  crew: number;
  /** What makes the chance its own. */
  words: string;
  ramp: Ramp;
}

/**
 * What was paid for an entry: all of it by one, or each aboard a half; at the latest tournament a few are still to be
 * asked.
 */
export function demoFees({ owed, crew, words, ramp }: Owing): DemoFee[] {
  const chance = chanceOf(`fee ${words}`);
  const method = (): PaymentMethod => chance.among(["cash", "cash", "venmo", "venmo", "check"]);
  const forgets = ramp === "latest" && chance.happens(0.25);
  const together = crew === 1 || chance.happens(0.6);
  if (owed === 0 || (forgets && together)) return [];
  if (together) return [{ cents: owed, method: method() }];
  const half = Math.floor(owed / 2);
  const first = { cents: half, method: method() };
  return forgets ? [first] : [first, { cents: owed - half, method: method() }];
}
