import { defineEntity, p } from "@mikro-orm/core";
import type { Points } from "../points.ts";
import type { Outcome } from "./facts.rules.ts";
import { Tournament } from "./tournament.entity.ts";

export type EntryKind = "boat" | "buy-in";

/** One boat in one tournament, or one buy-in. Its values decide the ranking of boats. */
const EntrySchema = defineEntity({
  name: "Entry",
  tableName: "entry",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    tournament: () => p.manyToOne(Tournament).foreignKeyName("entry_in_a_tournament").deleteRule("restrict"),
    boatNumber: p.integer().strictNullable(),
    kind: p.text().$type<EntryKind>().default("boat"),
    outcome: p.text().$type<Outcome>().default("fished"),
    /** Officers ruled "one less than a zero" for a disqualified boat. */
    grace: p.boolean().default(false),
    reason: p.text().strictNullable(),
    weighInOrder: p.integer().strictNullable(),
    /** What a ruling decided among equals: 1 is ahead of 2. */
    tieRank: p.integer().strictNullable(),
    publishedPlace: p.decimal("number").precision(8).scale(2).strictNullable(),
    publishedPoints: p.integer().$type<Points>().strictNullable(),
  },
  uniques: [
    { name: "one_boat_per_number", properties: ["tournament", "boatNumber"] },
    { name: "one_boat_per_weigh_in_order", properties: ["tournament", "weighInOrder"] },
    // What binds a crew to its entry's tournament.
    { name: "entry_in_its_tournament", properties: ["id", "tournament"] },
  ],
  checks: [
    { name: "entry_kind_is_known", expression: "kind in ('boat', 'buy-in')" },
    { name: "entry_outcome_is_known", expression: "outcome in ('fished', 'did-not-fish', 'disqualified')" },
    {
      name: "buy_in_has_no_boat",
      expression: "kind = 'boat' or (boat_number is null and weigh_in_order is null)",
    },
    { name: "entry_grace_is_for_the_disqualified", expression: "not grace or outcome = 'disqualified'" },
    {
      name: "entry_numbers_count_from_one",
      expression: "boat_number >= 1 and weigh_in_order >= 1 and tie_rank >= 1 and published_place >= 1",
    },
    { name: "entry_published_points_are_not_negative", expression: "published_points >= 0" },
  ],
});

export class Entry extends EntrySchema.class {
  isBuyIn(): boolean {
    return this.kind === "buy-in";
  }

  /** Its bags count for nothing; it keeps its place in the book with the reason. */
  disqualify(reason: string): void {
    this.outcome = "disqualified";
    this.reason = reason;
  }
}
EntrySchema.setClass(Entry);
