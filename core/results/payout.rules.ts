import { divideHalfUp } from "../decimal.ts";
import type { Cents } from "../money.ts";
import { shareEqually } from "../pots/share.rules.ts";
import type { PlaceMoneyRules } from "../seasons/money.schemas.ts";
import type { Contestant } from "../tournaments/contestant.rules.ts";
import type { PlaceGroup } from "../tournaments/place.rules.ts";
import { fieldSize } from "../tournaments/points-event.rules.ts";

/** Place money for one contestant; place null: a share because nobody caught a fish. */
export interface PlacePayout {
  contestant: Contestant;
  place: number | null;
  cents: Cents;
}

/** The money of each paid place, first to last, and what rounding leaves for the club (below zero: the club adds it). */
export interface PlaceMoney {
  amounts: Cents[];
  toClub: Cents;
}

/** Splits the place money by the parts for a field of this size: each rounded half up, the rest where the rules say. */
export function placeMoney(
  purse: Cents,
  { places, field }: { places: PlaceMoneyRules; field: number },
): PlaceMoney {
  const parts = partsFor(places.split, field);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const amounts = parts.map((part) => divideHalfUp(purse * part, whole * places.roundTo) * places.roundTo);
  const left = purse - amounts.reduce((sum, cents) => sum + cents, 0);
  return places.remainder === "club"
    ? { amounts, toClub: left }
    : { amounts: withRemainder(amounts, left), toClub: 0 };
}

/**
 * Who takes the place money. Only a catch does; nobody caught: all who fished share it. Money of places nobody took
 * goes to first; those tied share the money of their places. Nobody fished: it stays with the club.
 */
export function payPlaces(
  purse: Cents,
  { places, groups, field }: { places: PlaceMoneyRules; groups: PlaceGroup[]; field: Contestant[] },
): { payouts: PlacePayout[]; toClub: Cents } {
  const caught = groups.filter(({ kind }) => kind === "caught");
  if (caught.length === 0) return shareAll(purse, groups);
  const { amounts, toClub } = placeMoney(purse, { places, field: fieldSize(field) });
  const taken = caught.reduce((sum, { contestants }) => sum + contestants.length, 0);
  const untaken = total(amounts.slice(taken));
  const payouts = caught.flatMap(({ ahead, contestants }) => {
    const covered = total(amounts.slice(ahead, ahead + contestants.length)) + (ahead === 0 ? untaken : 0);
    return paid(covered, { contestants, place: ahead + 1 });
  });
  return { payouts, toClub };
}

function shareAll(purse: Cents, groups: PlaceGroup[]): { payouts: PlacePayout[]; toClub: Cents } {
  const fished = groups.find(({ kind }) => kind === "no-fish")?.contestants ?? [];
  const payouts = paid(purse, { contestants: fished, place: null });
  return { payouts, toClub: purse - total(payouts.map(({ cents }) => cents)) };
}

function paid(
  cents: Cents,
  { contestants, place }: { contestants: Contestant[]; place: number | null },
): PlacePayout[] {
  return shareEqually(cents, contestants)
    .map(({ to, cents }) => ({ contestant: to, place, cents }))
    .filter((payout) => payout.cents > 0);
}

function partsFor(split: PlaceMoneyRules["split"], field: number): number[] {
  return split.reduce<number[]>((parts, row) => {
    if (typeof row === "number") return [...parts, row];
    return row.from <= field ? row.split : parts;
  }, []);
}

/** First takes what is left over or lacking; what first cannot bear the last places do. */
function withRemainder(amounts: Cents[], left: Cents): Cents[] {
  const settled = [...amounts];
  let open = left;
  for (const at of [0, ...settled.keys().toArray().slice(1).toReversed()]) {
    const change = Math.max(open, -settled[at]!);
    settled[at]! += change;
    open -= change;
  }
  return settled;
}

const total = (amounts: Cents[]) => amounts.reduce((sum, cents) => sum + cents, 0);
