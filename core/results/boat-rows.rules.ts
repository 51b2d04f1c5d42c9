import type { Problem } from "../errors.ts";
import type { Points } from "../points.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { BagFacts, Seat } from "../tournaments/facts.rules.ts";
import type { ResultsRow, RowStatus } from "./results-row.rules.ts";

/** A row whose names are known persons. */
export interface MatchedRow extends ResultsRow {
  anglerId: number;
  partnerId: number | null;
  standsInForId: number | null;
  caughtById: number | null;
}

/** How one tournament is fished, as far as its rows have to know. */
export interface FishedAs {
  ranked: Rules["ranked"];
  /** Who brings a bag. */
  per: Rules["limit"]["per"];
  days: number;
  /** A paper event: the bag is measured, and a bass may weigh more than it says. */
  measured: boolean;
}

/** One aboard, as the file has it. */
export interface FileAngler {
  line: number;
  anglerId: number;
  /** As the file writes it. */
  name: string;
  /** Null: as the record of the angler says. */
  member: boolean | null;
  seat: Seat | null;
  standsInFor: number | null;
  status: RowStatus;
  reason: string | null;
  publishedPlace: number | null;
  publishedPoints: Points | null;
}

export interface FileBag extends Omit<BagFacts, "id"> {
  line: number;
  penaltyReason: string | null;
}

/** One boat, or one buy-in, as the file has it. */
export interface FileBoat {
  line: number;
  boatNumber: number | null;
  crew: FileAngler[];
  bags: FileBag[];
  /** In a ranking of boats. */
  publishedPlace: number | null;
  publishedPoints: Points | null;
  /** Weights that are not given: a problem, unless the boat is recorded and they stay as they are. */
  missing: Problem[];
  /** What an officer may accept with a reason. */
  doubts: Problem[];
}
