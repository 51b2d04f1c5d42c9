import { defineEntity, p } from "@mikro-orm/core";
import type { Points } from "../points.ts";
import { Season } from "../seasons/season.entity.ts";
import type { Weight } from "../weight.ts";

/** Someone who has an award, by ids: what people and waters are called is looked up when it is shown. */
export interface KeptWinner {
  /** The angler, or the crew. */
  who: number[];
  place: number;
  tied: boolean;
  points: Points | null;
  wins: number | null;
  weight: Weight | null;
  /** Where the fish or the stringer was weighed. */
  tournamentId: number | null;
}

/**
 * Who has an award of a closed season: a copy of what its table and its bags say, written when nothing in the season
 * changes any more. A season without a line of it is worked out anew wherever it is shown.
 */
const SeasonAwardSchema = defineEntity({
  name: "SeasonAward",
  tableName: "season_award",
  properties: {
    season: () =>
      p
        .manyToOne(Season)
        .primary()
        .foreignKeyName("award_of_a_season")
        .deleteRule("restrict")
        .updateRule("no action"),
    /** Which of those in the season's rules, from 0. */
    award: p.integer().primary(),
    /** In their order; nobody, too, is written down. What officers decide is not: their rulings say it. */
    winners: p.json<KeptWinner[]>(),
  },
});

export class SeasonAward extends SeasonAwardSchema.class {}
SeasonAwardSchema.setClass(SeasonAward);
