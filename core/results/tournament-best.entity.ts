import { defineEntity, p } from "@mikro-orm/core";
import { Lake } from "../lakes/lake.entity.ts";
import { Season } from "../seasons/season.entity.ts";
import type { Ranking } from "../tournaments/facts.rules.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";
import type { Measure, Weight } from "../weight.ts";

/**
 * The heaviest of an official tournament of a closed season, and where and when it was weighed: a copy, written with the season's sum, so that the club's book is found without reading how every day was.
 */
const TournamentBestSchema = defineEntity({
  name: "TournamentBest",
  tableName: "tournament_best",
  properties: {
    tournament: () =>
      p
        .oneToOne(Tournament)
        .primary()
        .foreignKeyName("best_of_a_tournament")
        .deleteRule("restrict")
        .updateRule("no action"),
    season: () =>
      p
        .manyToOne(Season)
        .foreignKeyName("best_of_a_season")
        .deleteRule("restrict")
        .index("tournament_best_by_season"),
    lake: () =>
      p
        .manyToOne(Lake)
        .strictNullable()
        .foreignKeyName("best_of_a_lake")
        .deleteRule("restrict")
        .index("tournament_best_by_lake"),
    /** 1 is January. */
    month: p.integer(),
    /** Whose limit the season counts. */
    ranking: p.text().$type<Ranking>(),
    measure: p.text().$type<Measure>(),
    /** Weighed on several days: what is stored of it are sums. */
    several: p.boolean(),
    bigBass: p.integer().$type<Weight>().strictNullable(),
    /** Null where it is not one bag: paper, or several days. */
    bag: p.integer().$type<Weight>().strictNullable(),
  },
  checks: [
    { name: "best_measure_is_known", expression: "measure in ('weight', 'length')" },
    { name: "best_ranking_is_known", expression: "ranking in ('angler', 'boat')" },
  ],
});

export class TournamentBest extends TournamentBestSchema.class {}
TournamentBestSchema.setClass(TournamentBest);
