import type { Points } from "../points.ts";
import type { Seat } from "../tournaments/facts.rules.ts";
import type { Weight } from "../weight.ts";

export type RowStatus = "fished" | "buy-in" | "did-not-fish" | "disqualified";

/** One row of a results file, understood but not yet compared with the club: one bag, or what an angler did instead. */
export interface ResultsRow {
  line: number;
  date: string | null;
  event: string | null;
  lake: string | null;
  ramp: string | null;
  boat: number | null;
  angler: string;
  partner: string | null;
  seat: Seat | null;
  standsInFor: string | null;
  /** Null: as the record of the angler says. */
  member: boolean | null;
  /** "total": the row sums up all days. */
  day: number | "total";
  /** Null: not counted or not reported. */
  fish: number | null;
  dead: number;
  short: number;
  /** Before penalties; at most one of gross and net is known. */
  gross: Weight | null;
  net: Weight | null;
  /** Beside what the rules take for dead, short and late. */
  penalty: Weight;
  lateMinutes: number;
  bigBass: Weight | null;
  /** Who of those aboard caught it. */
  caughtBy: string | null;
  /** Inches (1/10,000) of a paper event. */
  lengths: number[] | null;
  status: RowStatus;
  reason: string | null;
  /** As published; where places are shared evenly, two decimals. */
  place: number | null;
  points: Points | null;
}
