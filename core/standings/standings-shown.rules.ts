import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { Points } from "../points.ts";
import type { Outcome, PointsWords } from "../results/results-shown.rules.ts";
import type { Award } from "../seasons/award.schemas.ts";
import type { Race as RaceKind } from "../seasons/race.schemas.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import type { Measure, Weight } from "../weight.ts";
import type { Criterion } from "./standing-order.rules.ts";

/** The column of one tournament. */
export type TournamentColumn = Pick<TournamentSummary, "id" | "number" | "firstDay" | "lake" | "state">;

/** What one tournament brought one row. */
export interface CountedResult {
  tournament: Pick<TournamentColumn, "id" | "number" | "firstDay" | "lake">;
  place: number | null;
  /** Null where the season has none, or they wait for a ruling. */
  points: Points | null;
  weight: Weight;
  win: boolean;
  outcome: Outcome;
  dropped: boolean;
}

export interface StandingRow {
  /** `17` an angler, `17-23` a crew: the address of its explanation. */
  key: string;
  /** Null: too few events for a place. */
  place: number | null;
  tied: boolean;
  /** One in the races of anglers. */
  crew: AnglerRef[];
  /** Null where the season has none. */
  points: Points | null;
  /** Null where the race is not about them. */
  wins: number | null;
  weight: Weight;
  /** Events fished. */
  events: number;
  /** One for each official tournament they were in, by day. */
  counted: CountedResult[];
}

/** One table of a season. */
export interface Race {
  race: RaceKind;
  /** `Angler of the Year` */
  title: string;
  decidedBy: Criterion;
  /** `Points, then total weight.` */
  orderWords: string;
  /** `The best 8 count.` */
  keepWords: string;
  /** How many rows there are; `rows` may hold the first of them alone. */
  listed: number;
  rows: StandingRow[];
}

export interface StandingsShown {
  season: number;
  rulesName: string;
  ranked: "angler" | "boat";
  /** What its weights are. */
  measure: Measure;
  closed: boolean;
  /** Day of the last tournament that counts so far; null before the first. */
  asOf: string | null;
  /** How many tournaments count so far, of how many planned and not cancelled. */
  official: number;
  planned: number;
  /** Those that count so far, by day. */
  tournaments: TournamentColumn[];
  races: Race[];
}

/** Every number of one total, in words. */
export interface StandingExplained {
  season: number;
  measure: Measure;
  race: RaceKind;
  title: string;
  key: string;
  crew: AnglerRef[];
  place: number | null;
  tied: boolean;
  points: Points | null;
  wins: number | null;
  weight: Weight;
  /** By day. */
  events: {
    tournament: TournamentSummary;
    place: number | null;
    points: Points | null;
    weight: Weight;
    win: boolean;
    outcome: Outcome;
    counts: boolean;
    words: string[];
  }[];
  /** Meetings, attendance, what was carried over. */
  added: PointsWords[];
  totalWords: string[];
}

export interface AwardWinner {
  place: number;
  tied: boolean;
  crew: AnglerRef[];
  points: Points | null;
  wins: number | null;
  weight: Weight | null;
  /** Where the fish or the stringer was weighed. */
  tournament: TournamentSummary | null;
}

export interface AwardShown {
  title: string;
  by: Award["by"];
  /** Several where they tie or several places have it; none while nothing qualifies. */
  winners: AwardWinner[];
  /** How it is won. */
  words: string;
}

export interface AwardsShown {
  season: number;
  /** The season is closed, or all its tournaments are official. */
  final: boolean;
  measure: Measure;
  awards: AwardShown[];
}
