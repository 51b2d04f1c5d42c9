import { defineEntity, p } from "@mikro-orm/core";
import type { Points } from "../points.ts";
import type { Race } from "../seasons/race.schemas.ts";
import { Season } from "../seasons/season.entity.ts";
import type { Weight } from "../weight.ts";
import type { Outcome } from "./results-shown.rules.ts";
import type { KeptWinner } from "./season-award.entity.ts";

/** The first rows of one table of a season, by ids: what people and waters are called is looked up when it is shown. */
export interface KeptRace {
  race: Race;
  /** How many rows there are. */
  listed: number;
  rows: KeptRow[];
  /** Of the first race alone, and only from its second tournament on. */
  course: KeptCourse | null;
}

export interface KeptRow {
  /** The angler, or the crew. */
  who: number[];
  place: number | null;
  tied: boolean;
  points: Points | null;
  wins: number;
  totalWeight: Weight;
  events: number;
  results: KeptResult[];
}

/** What one tournament brought a row; by position: the names of its fields would be most of what is kept. */
export type KeptResult = [
  tournamentId: number,
  place: number | null,
  points: Points | null,
  weight: Weight | null,
  win: boolean,
  outcome: Outcome,
  dropped: boolean,
];

/** How the first rows came to where they are: of each its total and how far behind it was after each tournament. */
export interface KeptCourse {
  figure: "points" | "wins" | "weight";
  lines: ([total: number, behind: number] | null)[][];
}

/**
 * What the tables of a season say at their top and who has its awards so far: a copy of what they are worked out to,
 * so that its pages need not add up everyone who fished. Let go of when one of its official results changes; and where
 * the season is no longer the one it was worked out from, it counts for nothing.
 */
const SeasonStandingSchema = defineEntity({
  name: "SeasonStanding",
  tableName: "season_standing",
  properties: {
    season: () =>
      p
        .oneToOne(Season)
        .primary()
        .foreignKeyName("standing_of_a_season")
        .deleteRule("restrict")
        .updateRule("no action"),
    /** Tells the rules, the calendar and the meetings that it was worked out from. */
    basis: p.text(),
    races: p.json<KeptRace[]>(),
    /** By the order of the rules. What officers decide is not written down: their rulings say it. */
    awards: p.json<KeptWinner[][]>(),
  },
});

export class SeasonStanding extends SeasonStandingSchema.class {}
SeasonStandingSchema.setClass(SeasonStanding);
