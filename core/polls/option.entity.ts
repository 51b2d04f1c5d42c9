import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { Lake } from "../lakes/lake.entity.ts";
import { Ramp } from "../lakes/ramp.entity.ts";
import { ClubTimeColumn } from "../time-column.ts";
import { Question } from "./question.entity.ts";

/** One answer a question offers; nothing else can be chosen. */
const OptionSchema = defineEntity({
  name: "Option",
  tableName: "option",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    question: () => p.manyToOne(Question).foreignKeyName("option_of_a_question").deleteRule("restrict"),
    position: p.integer(),
    label: p.text(),
    /** The option of an earlier question without which this one is not offered. */
    parent: () =>
      p
        .manyToOne(Option)
        .strictNullable()
        .foreignKeyName("option_under_an_option")
        .deleteRule("restrict")
        .index("option_by_parent"),
    lake: () =>
      p
        .manyToOne(Lake)
        .strictNullable()
        .foreignKeyName("option_is_a_lake")
        .deleteRule("restrict")
        .index("option_by_lake"),
    ramp: () =>
      p
        .manyToOne(Ramp)
        .strictNullable()
        .foreignKeyName("option_is_a_ramp")
        .deleteRule("restrict")
        .index("option_by_ramp"),
    angler: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("option_is_an_angler")
        .deleteRule("restrict")
        .index("option_by_angler"),
    firstCast: p.type(ClubTimeColumn).strictNullable(),
    weighIn: p.type(ClubTimeColumn).strictNullable(),
  },
  uniques: [{ name: "one_option_per_position", properties: ["question", "position"] }],
  checks: [
    { name: "option_counts_from_one", expression: "position >= 1" },
    { name: "option_label_is_filled_in", expression: "label ~ '\\S'" },
    {
      name: "option_is_one_thing",
      expression: "num_nonnulls(lake_id, ramp_id, angler_id, first_cast) <= 1",
    },
    { name: "option_hours_are_both", expression: "(first_cast is null) = (weigh_in is null)" },
    { name: "option_is_not_its_own_parent", expression: "parent_id <> id" },
  ],
});

export class Option extends OptionSchema.class {}
OptionSchema.setClass(Option);
