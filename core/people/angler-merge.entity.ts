import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";

/** Two records of one person made one: what moved, so that it can be taken back. */
const AnglerMergeSchema = defineEntity({
  name: "AnglerMerge",
  tableName: "angler_merge",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    kept: () =>
      p
        .manyToOne(Angler)
        .foreignKeyName("merge_into_an_angler")
        .deleteRule("restrict")
        .index("angler_merge_by_kept"),
    /** The record that is no more; taken back, it has this id again. */
    goneId: p.integer(),
    /** All that moved or was given up; null once it is taken back, or the person erased: then it cannot be. */
    moved: p.json<Record<string, unknown>>().strictNullable(),
    mergedAt: p.datetime().defaultRaw("club_now()"),
    undoneAt: p.datetime().strictNullable(),
  },
  indexes: [{ name: "angler_merge_by_gone", properties: ["goneId"] }],
});

export class AnglerMerge extends AnglerMergeSchema.class {}
AnglerMergeSchema.setClass(AnglerMerge);
