import type { Points } from "../points.ts";
import type { EventChanges } from "../seasons/event-changes.schemas.ts";
import type { Weight } from "../weight.ts";

export type Ranking = "angler" | "boat";
export type Seat = "boater" | "co-angler";
export type Outcome = "fished" | "did-not-fish" | "disqualified";

/** Fish weighed together on one day. Null is "not known", never 0. */
export interface BagFacts {
  id: number;
  /** Whose bag; null: the boat's common bag. */
  anglerId: number | null;
  day: number;
  fish: number | null;
  dead: number;
  short: number;
  /** Before penalties; the net itself where `netOnly`. */
  gross: Weight | null;
  /** Only the net was known, its penalties taken. */
  netOnly: boolean;
  /** Minutes late. */
  late: number;
  otherPenalty: Weight;
  /** Inches (1/10,000) of a paper event; null: weighed. */
  lengths: number[] | null;
  /** Null: none, or not reported. */
  bigBass: Weight | null;
  caughtBy: number | null;
}

/** One angler aboard, or the one who bought in. */
export interface AboardFacts {
  anglerId: number;
  /** Member on the tournament's first day. */
  wasMember: boolean;
  seat: Seat | null;
  standsInFor: number | null;
  /** Null: the entry's. */
  outcome: Outcome | null;
  /** Officers ruled grace for a disqualified angler. */
  grace: boolean;
  /** What a ruling decided among equals: 1 is ahead of 2. */
  tieRank: number | null;
  publishedPlace: number | null;
  publishedPoints: Points | null;
}

/** One boat of one tournament, or one buy-in. */
export interface EntryFacts {
  id: number;
  boatNumber: number | null;
  kind: "boat" | "buy-in";
  outcome: Outcome;
  grace: boolean;
  weighInOrder: number | null;
  tieRank: number | null;
  publishedPlace: number | null;
  publishedPoints: Points | null;
  crew: AboardFacts[];
  bags: BagFacts[];
}

/** Everything the rules need of one tournament. */
export interface TournamentFacts {
  changes: EventChanges;
  entries: EntryFacts[];
  /** Who joined the season's optional pots by its first day: the pot's name and the anglers' ids. */
  potMembers: ReadonlyMap<string, ReadonlySet<number>>;
}
