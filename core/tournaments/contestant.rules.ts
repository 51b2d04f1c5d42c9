import type { Points } from "../points.ts";
import type { Weight } from "../weight.ts";
import type { AboardFacts, EntryFacts, Outcome, Ranking, Seat } from "./facts.rules.ts";
import type { Scales, WeighedBag, WeighedEntry } from "./weigh.rules.ts";

/** One who may be placed in a ranking: an angler, or a boat. Weights are sums of the bags that count; null is "not known". */
export interface Contestant {
  ranking: Ranking;
  entryId: number;
  boatNumber: number | null;
  /** Null in the ranking of boats. */
  anglerId: number | null;
  /** The anglers: one, or those aboard. */
  crew: number[];
  aboard: AboardFacts[];
  /** The same, a stand-in counted as the one stood in for, in order of id: what makes a crew the same crew. */
  countsFor: number[];
  /** Member that day; of a boat: one aboard was. */
  member: boolean;
  seat: Seat | null;
  outcome: Outcome | "buy-in";
  grace: boolean;
  /** The bags that count; none for those who did not fish, bought in or are disqualified. */
  bags: WeighedBag[];
  fish: number | null;
  dead: number;
  gross: Weight | null;
  penalty: Weight | null;
  net: Weight | null;
  bigBass: Weight | null;
  caught: boolean;
  limit: boolean;
  zero: boolean;
  weighInOrder: number | null;
  tieRank: number | null;
  publishedPlace: number | null;
  publishedPoints: Points | null;
}

/** Everyone of a tournament for one ranking. Where the boat brings the bag no angler is ranked. */
export function contestants(
  entries: WeighedEntry[],
  { ranking, per }: { ranking: Ranking; per: Scales["per"] },
): Contestant[] {
  if (ranking === "boat") return entries.map(boat);
  if (per === "boat") return [];
  return entries.flatMap((entry) => entry.entry.crew.map((aboard) => angler(aboard, entry)));
}

function angler(aboard: AboardFacts, { entry, weighed }: WeighedEntry): Contestant {
  const own = ownBags(aboard, { entry, weighed });
  return {
    ...summed(own, { entry, outcome: outcomeOf(aboard, { entry, weighed }) }),
    ranking: "angler",
    anglerId: aboard.anglerId,
    crew: [aboard.anglerId],
    aboard: [aboard],
    countsFor: [aboard.standsInFor ?? aboard.anglerId],
    member: aboard.wasMember,
    seat: aboard.seat,
    grace: aboard.grace || entry.grace,
    tieRank: aboard.tieRank,
    publishedPlace: aboard.publishedPlace,
    publishedPoints: aboard.publishedPoints,
  };
}

/** A disqualified angler's bag is left out of the boat's sum; the partner's stays. */
function boat({ entry, weighed }: WeighedEntry): Contestant {
  const outcomes = new Map(entry.crew.map((one) => [one.anglerId, outcomeOf(one, { entry, weighed })]));
  const counting = weighed.filter((bag) => bag.anglerId === null || outcomes.get(bag.anglerId) === "fished");
  return {
    ...summed(counting, { entry, outcome: boatOutcome([...outcomes.values()]) }),
    ranking: "boat",
    anglerId: null,
    crew: entry.crew.map(({ anglerId }) => anglerId),
    aboard: entry.crew,
    countsFor: entry.crew.map((one) => one.standsInFor ?? one.anglerId).toSorted((one, other) => one - other),
    member: entry.crew.some(({ wasMember }) => wasMember),
    seat: null,
    grace: entry.grace,
    tieRank: entry.tieRank,
    publishedPlace: entry.publishedPlace,
    publishedPoints: entry.publishedPoints,
  };
}

function summed(
  bags: WeighedBag[],
  { entry, outcome }: { entry: EntryFacts; outcome: Contestant["outcome"] },
) {
  const fished = outcome === "fished";
  const counting = fished ? bags.filter((bag) => !bag.void) : [];
  const caught = counting.some((bag) => bag.caught);
  const sum = (of: (bag: WeighedBag) => number | null) => (fished ? known(counting.map(of)) : null);
  const bass = counting.map((bag) => bag.bigBass).filter((weight) => weight !== null);
  return {
    entryId: entry.id,
    boatNumber: entry.boatNumber,
    weighInOrder: entry.weighInOrder,
    outcome,
    bags: counting,
    fish: sum((bag) => bag.fish),
    dead: counting.reduce((total, bag) => total + bag.dead, 0),
    gross: sum((bag) => bag.gross),
    penalty: sum((bag) => bag.penalty),
    net: sum((bag) => bag.net),
    bigBass: bass.length > 0 ? Math.max(...bass) : null,
    caught,
    limit: counting.some((bag) => bag.limit),
    zero: fished && !caught,
  };
}

/** Nobody aboard fished within the rules: disqualified, unless they all stayed at home. */
function boatOutcome(outcomes: Contestant["outcome"][]): Contestant["outcome"] {
  if (outcomes.includes("fished")) return "fished";
  return outcomes.every((outcome) => outcome === outcomes[0])
    ? (outcomes[0] ?? "did-not-fish")
    : "disqualified";
}

/** With nothing but void bags one is disqualified. */
function outcomeOf(aboard: AboardFacts, { entry, weighed }: WeighedEntry): Contestant["outcome"] {
  if (entry.kind === "buy-in") return "buy-in";
  const outcome = entry.outcome === "fished" ? (aboard.outcome ?? "fished") : entry.outcome;
  if (outcome !== "fished") return outcome;
  const own = ownBags(aboard, { entry, weighed });
  const bags = own.length > 0 ? own : weighed.filter((bag) => bag.anglerId === null);
  return bags.length > 0 && bags.every((bag) => bag.void) ? "disqualified" : "fished";
}

/** One alone aboard owns the boat's common bag too. */
function ownBags({ anglerId }: AboardFacts, { entry, weighed }: WeighedEntry) {
  const alone = entry.crew.length === 1;
  return weighed.filter((bag) => bag.anglerId === anglerId || (alone && bag.anglerId === null));
}

/** One unknown makes the sum unknown. */
function known(values: (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
