import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { Season } from "../seasons/season.entity.ts";

/**
 * What an angler did in a season, by the stored results of its official tournaments: a copy of a copy, written with
 * them, so that lists of all time need not read every boat.
 */
const AnglerSumSchema = defineEntity({
  name: "AnglerSum",
  tableName: "angler_sum",
  properties: {
    season: () =>
      p
        .manyToOne(Season)
        .primary()
        .foreignKeyName("sum_of_a_season")
        .deleteRule("restrict")
        .updateRule("no action"),
    angler: () =>
      p
        .manyToOne(Angler)
        .primary()
        .foreignKeyName("sum_of_an_angler")
        .deleteRule("restrict")
        .updateRule("no action")
        .index("angler_sum_by_angler"),
    /** How often aboard a boat that fished. */
    starts: p.integer(),
    /** By results in the ranking that the season is about. */
    events: p.integer(),
    wins: p.integer(),
    limits: p.integer(),
  },
});

export class AnglerSum extends AnglerSumSchema.class {}
AnglerSumSchema.setClass(AnglerSum);
