import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { LakeRef } from "../lakes/lakes.service.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import type { Measure, Weight } from "../weight.ts";

/** A bass or a bag of the club's book. */
export interface CatchShown {
  place: number;
  tied: boolean;
  weight: Weight;
  /** In the bag; null where not reported. */
  fish: number | null;
  /** The angler, or the crew whose bag it was. */
  crew: AnglerRef[];
  /** Of a bass, where a crew's bag says who caught it. */
  caughtBy: AnglerRef | null;
  tournament: TournamentSummary;
}

/** The best of a lake or a month; several when equal, none where nothing is known. */
export interface BestCatches {
  /** Official ones. */
  tournaments: number;
  bigBass: CatchShown[];
  heaviestBag: CatchShown[];
}

export interface Tally {
  place: number;
  tied: boolean;
  angler: AnglerRef;
  count: number;
}

/** The club's book, from all official tournaments that weighed fish; where none did, from those that measured them. */
export interface RecordsShown {
  measure: Measure;
  tournaments: number;
  /** Official ones that are not in it: they measured. */
  leftOut: number;
  /** The first ten, and who equals the tenth. */
  bigBass: CatchShown[];
  /** What one angler, or a boat that brings one bag, weighed in one day; paper tournaments excluded. */
  heaviestBags: CatchShown[];
  mostWins: Tally[];
  mostLimits: Tally[];
  mostEvents: Tally[];
  /** By name. */
  lakes: (BestCatches & { lake: LakeRef })[];
  /** 1 is January. */
  months: (BestCatches & { month: number })[];
}
