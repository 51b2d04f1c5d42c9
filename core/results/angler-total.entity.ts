import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";

/** What an angler did in all closed seasons together: the sum of their sums, so that a list of all time reads one line of each. */
const AnglerTotalSchema = defineEntity({
  name: "AnglerTotal",
  tableName: "angler_total",
  properties: {
    angler: () =>
      p
        .oneToOne(Angler)
        .primary()
        .foreignKeyName("total_of_an_angler")
        .deleteRule("restrict")
        .updateRule("no action"),
    events: p.integer().index("angler_total_by_events"),
    wins: p.integer().index("angler_total_by_wins"),
    limits: p.integer().index("angler_total_by_limits"),
    /** The first and the last year with a result. */
    firstYear: p.integer(),
    lastYear: p.integer(),
  },
});

export class AnglerTotal extends AnglerTotalSchema.class {}
AnglerTotalSchema.setClass(AnglerTotal);
