import type { Points } from "../points.ts";
import type { AboardFacts, BagFacts, EntryFacts, Outcome, Seat } from "../tournaments/facts.rules.ts";

/** A row of the table entry; ids for relations. An id below zero is of a row to be made. */
export interface EntryState {
  id: number;
  tournament: number;
  boatNumber: number | null;
  kind: "boat" | "buy-in";
  outcome: Outcome;
  grace: boolean;
  reason: string | null;
  weighInOrder: number | null;
  tieRank: number | null;
  publishedPlace: number | null;
  publishedPoints: Points | null;
}

export interface CrewState {
  id: number;
  entry: number;
  tournament: number;
  angler: number;
  berth: number;
  wasMember: boolean;
  seat: Seat | null;
  standsInFor: number | null;
  outcome: Outcome | null;
  grace: boolean;
  reason: string | null;
  tieRank: number | null;
  publishedPlace: number | null;
  publishedPoints: Points | null;
}

export interface BagState extends Omit<BagFacts, "anglerId"> {
  entry: number;
  angler: number | null;
  penaltyReason: string | null;
  measured: boolean;
}

/** One boat with all aboard and their bags, as stored or as it shall be. */
export interface BoatState {
  entry: EntryState;
  crew: CrewState[];
  bags: BagState[];
}

/** The same as the rules read it. */
export function factsOf({ entry, crew, bags }: BoatState): EntryFacts {
  return {
    ...entry,
    crew: crew.map(({ angler: anglerId, ...one }): AboardFacts => ({ ...one, anglerId })),
    bags: bags.map(({ angler: anglerId, ...bag }): BagFacts => ({ ...bag, anglerId })),
  };
}

/** What one aboard did that day: bought in, or their own outcome, else the boat's. */
export const outcomeOf = (entry: EntryState, crew: CrewState): Outcome =>
  entry.outcome === "fished" ? (crew.outcome ?? "fished") : entry.outcome;
