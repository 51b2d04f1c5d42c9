import { defineEntity, p } from "@mikro-orm/core";
import { Season } from "../seasons/season.entity.ts";
import type { Measure, Weight } from "../weight.ts";

/**
 * What a closed season came to: a copy of a copy, written when nothing in it changes any more. A season
 * without a line is added up anew wherever it is shown.
 */
const SeasonSumSchema = defineEntity({
  name: "SeasonSum",
  tableName: "season_sum",
  properties: {
    season: () =>
      p
        .oneToOne(Season)
        .primary()
        .foreignKeyName("sum_of_a_whole_season")
        .deleteRule("restrict")
        .updateRule("no action"),
    /** Official ones. */
    tournaments: p.integer(),
    /** Aboard a boat that fished: each as often as they did, and different people. */
    starts: p.integer(),
    anglers: p.integer(),
    boats: p.integer(),
    zeros: p.integer(),
    /** The angler's or the boat's, whichever the season's rules say. */
    limits: p.integer(),
    measure: p.text().$type<Measure>(),
    /** Net, of all boats. */
    weight: p.bigint("number").$type<Weight>(),
    bigBass: p.integer().$type<Weight>().strictNullable(),
    heaviestWin: p.integer().$type<Weight>().strictNullable(),
  },
  checks: [{ name: "summed_measure_is_known", expression: "measure in ('weight', 'length')" }],
});

export class SeasonSum extends SeasonSumSchema.class {}
SeasonSumSchema.setClass(SeasonSum);
