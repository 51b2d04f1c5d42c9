import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import type { Weight } from "../weight.ts";
import { Crew } from "./crew.entity.ts";
import { Entry } from "./entry.entity.ts";

/** Fish weighed together: by one angler, or by the boat. Null is "not known", never 0. */
const BagSchema = defineEntity({
  name: "Bag",
  tableName: "bag",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    entry: () => p.manyToOne(Entry).foreignKeyName("bag_of_an_entry").deleteRule("restrict"),
    /** Null: the boat's common bag. */
    angler: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("bag_of_an_angler")
        .deleteRule("restrict")
        .index("bag_by_angler"),
    day: p.smallint().default(1),
    fish: p.integer().strictNullable(),
    dead: p.integer().default(0),
    short: p.integer().default(0),
    gross: p.integer().$type<Weight>().strictNullable(),
    /** Only the net was known, its penalties taken: gross holds it and is shown as –. */
    netOnly: p.boolean().default(false),
    /** Minutes late at the scales. */
    late: p.integer().default(0),
    otherPenalty: p.integer().$type<Weight>().default(0),
    penaltyReason: p.text().strictNullable(),
    /** Measured instead of weighed (paper event); the biggest bass may still have been on a scale. */
    measured: p.boolean().default(false),
    /** Of a measured bag: inches, each an integer of 1/10,000. */
    lengths: p.json<number[]>().strictNullable().default(null),
    bigBass: p.integer().$type<Weight>().strictNullable(),
    caughtBy: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("big_bass_of_an_angler")
        .deleteRule("restrict")
        .index("bag_by_catcher"),
    /** The database's own proof that the angler is aboard; never set or read. A merge moves bags with their crew. */
    anglerAboard: () => aboard("angler_id").foreignKeyName("bag_angler_is_aboard"),
    catcherAboard: () => aboard("caught_by_id").foreignKeyName("big_bass_catcher_is_aboard"),
  },
  uniques: [
    {
      name: "one_bag_per_angler_and_day",
      properties: ["entry", "angler", "day"],
      expression: (columns, table, name) =>
        `alter table ${table.name} add constraint "${name}" unique nulls not distinct (${columns.entry}, ${columns.angler}, ${columns.day})`,
    },
  ],
  checks: [
    { name: "bag_day_counts_from_one", expression: "day >= 1" },
    { name: "bag_fish_are_not_negative", expression: "fish >= 0" },
    { name: "dead_fish_within_fish", expression: "dead >= 0 and dead <= fish" },
    { name: "short_fish_are_not_negative", expression: "short >= 0" },
    { name: "gross_is_not_negative", expression: "gross >= 0" },
    { name: "no_fish_no_weight", expression: "fish > 0 or (coalesce(gross, 0) = 0 and big_bass is null)" },
    { name: "late_minutes_are_not_negative", expression: "late >= 0" },
    {
      name: "penalty_has_a_reason",
      expression: "other_penalty = 0 or (other_penalty > 0 and penalty_reason is not null)",
    },
    { name: "big_bass_weighs_something", expression: "big_bass > 0" },
    { name: "big_bass_within_the_bag", expression: "big_bass <= gross or measured or net_only" },
    { name: "lengths_are_of_a_measured_bag", expression: "lengths is null or measured" },
    { name: "catcher_has_a_big_bass", expression: "caught_by_id is null or big_bass is not null" },
  ],
});

export class Bag extends BagSchema.class {
  /** The boat's own, brought by all aboard. */
  isCommon(): boolean {
    return this.angler === null || this.angler === undefined;
  }
}
BagSchema.setClass(Bag);

function aboard(column: string) {
  return p
    .manyToOne(Crew)
    .joinColumns("entry_id", column)
    .referencedColumnNames("entry_id", "angler_id")
    .columnTypes("integer", "integer")
    .ownColumns()
    .deleteRule("restrict")
    .updateRule("cascade")
    .nullable()
    .hydrate(false)
    .hidden();
}
