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

/** The event whose place money is split: its purse, who fished in the ranking that is paid, and in what order. */
export interface PaidEvent {
  purse: Cents;
  places: PlaceMoneyRules;
  field: Contestant[];
  groups: PlaceGroup[];
}

/**
 * Who takes the place money. Only a catch does; nobody caught: all who fished share it. Those tied share the money of
 * their places. Nobody fished: it stays with the club.
 */
export function payPlaces(event: PaidEvent): { payouts: PlacePayout[]; toClub: Cents } {
  const caught = event.groups.filter(({ kind }) => kind === "caught");
  if (caught.length === 0) return shareAll(event);
  const { amounts, toClub } = moneyOfPlaces(event);
  const payouts = caught.flatMap(({ ahead, contestants }) =>
    paid(total(amounts.slice(ahead, ahead + contestants.length)), { contestants, place: ahead + 1 }),
  );
  return { payouts, toClub };
}

/**
 * The money of each place that a catch took, first to last: by the parts for a field of this size, each rounded half
 * up. First takes the money of places nobody took, and what rounding leaves or lacks unless that is the club's.
 */
export function moneyOfPlaces({ purse, places, field, groups }: PaidEvent): {
  amounts: Cents[];
  toClub: Cents;
} {
  const taken = groups.flatMap(({ kind, contestants }) => (kind === "caught" ? contestants : [])).length;
  const parts = partsFor(places.split, fieldSize(field));
  const whole = total(parts);
  const rounded = parts.map((part) => divideHalfUp(purse * part, whole * places.roundTo) * places.roundTo);
  const left = purse - total(rounded);
  const amounts = rounded.slice(0, taken);
  const untaken = total(rounded.slice(taken));
  return places.remainder === "club"
    ? { amounts: withRemainder(amounts, untaken), toClub: left }
    : { amounts: withRemainder(amounts, untaken + left), toClub: 0 };
}

function shareAll({ purse, groups }: PaidEvent): { payouts: PlacePayout[]; toClub: Cents } {
  const fished = groups.find(({ kind }) => kind === "no-fish")?.contestants ?? [];
  const payouts = paid(purse, { contestants: fished, place: null });
  return { payouts, toClub: fished.length === 0 ? purse : 0 };
}

function paid(
  cents: Cents,
  { contestants, place }: { contestants: Contestant[]; place: number | null },
): PlacePayout[] {
  return shareEqually(cents, contestants)
    .map(({ to, cents }) => ({ contestant: to, place, cents }))
    .filter((payout) => payout.cents > 0);
}

/** The parts alone, or those of the largest field size not over this one. */
function partsFor(split: PlaceMoneyRules["split"], field: number): number[] {
  const rows = split.filter((row) => typeof row === "object");
  if (rows.length === 0) return split.filter((row) => typeof row === "number");
  return rows.findLast(({ from }) => from <= field)?.split ?? [];
}

/** First takes what is left over or lacking; what first cannot bear the last places bear. */
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
