import type { Cents } from "../money.ts";

/** One who shares money: by boat number, then angler. */
export interface Sharer {
  boatNumber: number | null;
  anglerId: number | null;
}

/** Shares money equally; odd cents go to the lower boat, then the lower angler id. Shared among nobody: nothing. */
export function shareEqually<One extends Sharer>(cents: Cents, among: One[]): { to: One; cents: Cents }[] {
  const each = Math.floor(cents / among.length);
  const odd = cents - each * among.length;
  return among
    .toSorted(
      (one, other) =>
        rank(one.boatNumber) - rank(other.boatNumber) || rank(one.anglerId) - rank(other.anglerId),
    )
    .map((to, at) => ({ to, cents: at < odd ? each + 1 : each }));
}

const rank = (number: number | null) => number ?? Number.MAX_SAFE_INTEGER;
