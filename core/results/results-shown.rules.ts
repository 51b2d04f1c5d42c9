import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { Cents } from "../money.ts";
import type { Points } from "../points.ts";
import type { Seat } from "../tournaments/facts.rules.ts";
import type { TournamentShown } from "../tournaments/tournaments.service.ts";
import type { Weight } from "../weight.ts";

export type Outcome = "fished" | "did-not-fish" | "disqualified" | "buy-in";

/** One part of a points value; their sum is the value. */
export interface PointsWords {
  points: Points;
  words: string;
}

/** What both rankings show of a line. Null is "not known" or "none", never 0. */
export interface Weighed {
  /** Up to two decimals where the tied share the mean of their places. */
  place: number | null;
  tied: boolean;
  fish: number | null;
  dead: number;
  /** Null also where only the net is known. */
  gross: Weight | null;
  penalty: Weight | null;
  /** `1 dead fish: 0.25 lb` */
  penaltyWords: string | null;
  /** Null: did not fish, disqualified or bought in. */
  net: Weight | null;
  bigBass: Weight | null;
  limit: boolean;
  zero: boolean;
  win: boolean;
  /** Null: this ranking earns none, or they wait for a ruling. */
  points: Points | null;
  pointsParts: PointsWords[];
  /** As published, only where that differs from what the rules give. */
  published: { place: number | null; points: Points | null } | null;
  outcome: Outcome;
  /** Why they are disqualified, did not fish, ... */
  reason: string | null;
  /** Place money. */
  payout: Cents;
}

export interface AnglerResult extends Weighed {
  angler: AnglerRef;
  member: boolean;
  boatNumber: number | null;
  seat: Seat | null;
}

export interface BoatResult extends Weighed {
  entry: number;
  boatNumber: number | null;
  /** One or two. */
  crew: { angler: AnglerRef; member: boolean; standsInFor: AnglerRef | null }[];
}

export interface BigBassShown {
  weight: Weight;
  crew: AnglerRef[];
  caughtBy: AnglerRef | null;
}

/** A pot over this tournament: before + added − paid − what the club kept = after. */
export interface PotOver {
  name: string;
  before: Cents;
  added: Cents;
  /** A bass must be strictly heavier; null: any wins. */
  over: Weight | null;
  paid: Cents;
  winners: AnglerRef[];
  after: Cents;
}

export interface RulingShown {
  id: number;
  kind: string;
  words: string;
  decidedBy: string;
  /** The club's day it was recorded. */
  on: string;
  reason: string | null;
}

export interface RulingNeededShown {
  /** `Coin between Dee and Eve for place 4` */
  words: string;
  anglers: AnglerRef[];
  ranking: "angler" | "boat";
  place: number;
}

/** A tournament's results. Rows come in the order to show. */
export interface ResultsShown {
  tournament: TournamentShown;
  /** Which table leads. */
  ranked: "angler" | "boat";
  /** Empty where boats weigh common bags. */
  anglers: AnglerResult[];
  boats: BoatResult[];
  /** The heaviest bass; several when equal. */
  bigBass: BigBassShown[];
  /** Who fished, of the leading ranking. */
  fished: number;
  /** Limit bags. */
  limits: number;
  /** Boats that fished and caught nothing. */
  zeros: number;
  totalNet: Weight;
  totalFish: number | null;
  /** Place money and pots, in the order of places. */
  payouts: { to: AnglerRef[]; words: string; cents: Cents }[];
  pots: PotOver[];
  rulings: RulingShown[];
  /** While there are any the tournament cannot become official. */
  rulingsNeeded: RulingNeededShown[];
  /** Boats of which nothing was weighed yet. */
  notWeighed: AnglerRef[][];
}
