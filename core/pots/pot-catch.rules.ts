import type { PotRules } from "../seasons/money.schemas.ts";
import type { Contestant } from "../tournaments/contestant.rules.ts";
import type { WeighedBag } from "../tournaments/weigh.rules.ts";
import type { Weight } from "../weight.ts";

/** A fish, or a boat's catch, that may win a pot. */
export interface PotCatch {
  entryId: number;
  boatNumber: number | null;
  /** Whose bag; null: the boat's. */
  anglerId: number | null;
  crew: number[];
  /** Null: the whole event's catch. */
  day: number | null;
  weight: Weight;
}

/** The catches of an event that may win this pot: strictly over its weight, by who may win it, joined where it asks. */
export function potCatches({
  pot,
  boats,
  joined,
}: {
  pot: PotRules;
  boats: Contestant[];
  /** The anglers who joined, where the pot is optional. */
  joined: ReadonlySet<number>;
}): PotCatch[] {
  const catches = boats.flatMap((boat) =>
    pot.pays === "big-bass" ? bigBasses(boat, pot) : boatCatches(boat, pot),
  );
  return catches.filter((one) => one.weight > pot.over && (!pot.optional || hasJoined(one, { pot, joined })));
}

/** The heaviest, and those that equal it. */
export function heaviest<Catch extends { weight: Weight }>(catches: Catch[]): Catch[] {
  const most = Math.max(...catches.map(({ weight }) => weight));
  return catches.filter(({ weight }) => weight === most);
}

function bigBasses(boat: Contestant, pot: PotRules): PotCatch[] {
  return boat.bags
    .filter((bag) => pot.to === "anyone" || bag.member)
    .flatMap((bag) =>
      bag.bigBass === null
        ? []
        : [{ ...caughtBy(boat), anglerId: bag.anglerId, day: bag.day, weight: bag.bigBass }],
    );
}

function boatCatches(boat: Contestant, pot: PotRules): PotCatch[] {
  if (pot.to === "member" && !boat.member) return [];
  const byDay = [...Map.groupBy(boat.bags, (bag) => (pot.every === "day" ? bag.day : null))];
  return byDay.flatMap(([day, bags]) => {
    const weight = netOf(bags);
    return weight === null || !bags.some((bag) => bag.caught)
      ? []
      : [{ ...caughtBy(boat), anglerId: null, day, weight }];
  });
}

/** The angler whose bag it is, or the whole crew where the pot asks that; of a boat's catch, anyone aboard. */
function hasJoined(
  { anglerId, crew }: PotCatch,
  { pot, joined }: { pot: PotRules; joined: ReadonlySet<number> },
): boolean {
  if (pot.optional?.wholeCrew) return crew.every((one) => joined.has(one));
  return anglerId === null ? crew.some((one) => joined.has(one)) : joined.has(anglerId);
}

const caughtBy = ({ entryId, boatNumber, crew }: Contestant) => ({ entryId, boatNumber, crew });

function netOf(bags: WeighedBag[]): Weight | null {
  return bags.reduce<Weight | null>((sum, { net }) => (sum === null || net === null ? null : sum + net), 0);
}
