import type { EventChanges } from "../seasons/event-changes.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { Weight } from "../weight.ts";
import type { BagFacts, EntryFacts } from "./facts.rules.ts";

/** A bag after the scales and the penalties. Null is "not known". */
export interface WeighedBag {
  id: number;
  entryId: number;
  boatNumber: number | null;
  /** Whose; null: the boat's common bag. */
  anglerId: number | null;
  caughtBy: number | null;
  /** Its angler was a member that day; of a common bag: one aboard was. */
  member: boolean;
  day: number;
  fish: number | null;
  dead: number;
  /** Null also where only the net was known. */
  gross: Weight | null;
  penalty: Weight | null;
  net: Weight | null;
  bigBass: Weight | null;
  caught: boolean;
  limit: boolean;
  /** Too late, or over the limit where that voids: it counts for nothing. */
  void: boolean;
}

/** What one event's bags are weighed by: the season's rules and what the event says otherwise. */
export interface Scales {
  fishLimit: number;
  per: Rules["limit"]["per"];
  penalties: Rules["penalties"];
  paperChart: Rules["paperChart"];
}

export function scalesOf(rules: Rules, changes: EventChanges): Scales {
  return {
    fishLimit: changes.fishLimit ?? rules.limit.fish,
    per: rules.limit.per,
    penalties: rules.penalties,
    paperChart: rules.paperChart,
  };
}

/** An entry with its bags weighed: both rankings are made of the same. */
export interface WeighedEntry {
  entry: EntryFacts;
  weighed: WeighedBag[];
}

export function weighEntries(entries: EntryFacts[], scales: Scales): WeighedEntry[] {
  return entries.map((entry) => ({
    entry,
    weighed: entry.bags.map((bag) => weighBag(bag, { entry, scales })),
  }));
}

/** Weighs one bag: net = gross − penalties, not below zero unless the rules allow it. */
export function weighBag(
  bag: BagFacts,
  { entry, scales }: { entry: EntryFacts; scales: Scales },
): WeighedBag {
  const allowed = fishAllowed(bag, { entry, scales });
  const fish = bag.fish ?? (bag.lengths && Math.min(bag.lengths.length, allowed));
  const measured =
    bag.lengths && scales.paperChart ? byChart(bag.lengths, scales.paperChart, allowed) : bag.gross;
  const penalty = bag.netOnly ? 0 : penaltyOf(bag, { over: Math.max(0, (fish ?? 0) - allowed), scales });
  const net = measured === null ? null : afterPenalty(measured, penalty, scales);
  const isVoid = isTooLate(bag, scales) || (scales.penalties.overLimit === "void" && (fish ?? 0) > allowed);
  const weighed = { fish, weight: measured };
  return {
    id: bag.id,
    entryId: entry.id,
    boatNumber: entry.boatNumber,
    anglerId: bag.anglerId,
    caughtBy: bag.caughtBy,
    member: entry.crew.some((one) => one.wasMember && (bag.anglerId ?? one.anglerId) === one.anglerId),
    day: bag.day,
    fish,
    dead: bag.dead,
    gross: bag.netOnly ? null : measured,
    penalty: bag.netOnly || net === null ? null : penalty,
    net,
    bigBass: bigBassOf(bag, scales),
    caught: !isVoid && isCaught(weighed),
    limit: !isVoid && isLimit(weighed, allowed),
    void: isVoid,
  };
}

/** Caught: fish > 0; where the count is unknown, weight not zero. A fish worth nothing after penalties is still a fish. */
export function isCaught({ fish, weight }: { fish: number | null; weight: Weight | null }): boolean {
  return fish === null ? weight !== 0 : fish > 0;
}

/** A limit: as many fish as the event allows that bag for one day. Unknown fish are never a limit. */
export function isLimit({ fish }: { fish: number | null }, allowed: number): boolean {
  return fish !== null && fish >= allowed;
}

/** Fish a full bag may hold: where each angler brings a bag, a boat's common one holds as many times as many. */
export function fishAllowed(
  bag: { anglerId: number | null },
  { entry, scales }: { entry: Pick<EntryFacts, "crew">; scales: Scales },
): number {
  const bags = scales.per === "angler" && bag.anglerId === null ? entry.crew.length : 1;
  return scales.fishLimit * bags;
}

function penaltyOf(bag: BagFacts, { over, scales: { penalties } }: { over: number; scales: Scales }): Weight {
  const short = typeof penalties.shortFish === "number" ? penalties.shortFish : 0;
  const overLimit = typeof penalties.overLimit === "number" ? penalties.overLimit : 0;
  return (
    bag.dead * penalties.deadFish +
    bag.short * short +
    bag.late * penalties.lateMinute +
    over * overLimit +
    bag.otherPenalty
  );
}

function afterPenalty(gross: Weight, penalty: Weight, { penalties }: Scales): Weight {
  return penalties.belowZero ? gross - penalty : Math.max(0, gross - penalty);
}

function isTooLate(bag: BagFacts, { penalties }: Scales): boolean {
  return penalties.lateVoidFrom !== null && bag.late >= penalties.lateVoidFrom;
}

function bigBassOf(bag: BagFacts, { penalties }: Scales): Weight | null {
  if (bag.bigBass === null || !penalties.lateReducesBigBass || bag.netOnly) return bag.bigBass;
  return Math.max(0, bag.bigBass - bag.late * penalties.lateMinute);
}

/** The longest fish count; a length between two lines of the chart takes the shorter one. */
function byChart(lengths: number[], chart: [number, Weight][], allowed: number): Weight {
  return lengths
    .toSorted((one, other) => other - one)
    .slice(0, allowed)
    .reduce((sum, length) => sum + (chart.findLast(([inches]) => inches <= length)?.[1] ?? 0), 0);
}
