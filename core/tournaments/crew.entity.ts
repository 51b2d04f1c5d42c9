import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import type { Points } from "../points.ts";
import { Entry } from "./entry.entity.ts";
import type { Outcome, Seat } from "./facts.rules.ts";
import { Tournament } from "./tournament.entity.ts";

/** One angler aboard one boat (or the one who bought in). Its values decide the ranking of anglers. */
const CrewSchema = defineEntity({
  name: "Crew",
  tableName: "crew",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    entry: () => p.manyToOne(Entry).foreignKeyName("crew_of_an_entry").deleteRule("restrict"),
    tournament: () => p.manyToOne(Tournament).foreignKeyName("crew_in_a_tournament").deleteRule("restrict"),
    /** The database's own proof that both speak of one tournament; never set or read. */
    entryInTournament: () =>
      p
        .manyToOne(Entry)
        .joinColumns("entry_id", "tournament_id")
        .referencedColumnNames("id", "tournament_id")
        .columnTypes("integer", "integer")
        .ownColumns()
        .foreignKeyName("crew_is_in_its_entrys_tournament")
        .deleteRule("restrict")
        .nullable()
        .hydrate(false)
        .hidden(),
    angler: () =>
      p.manyToOne(Angler).foreignKeyName("crew_is_an_angler").deleteRule("restrict").index("crew_by_angler"),
    /** 1 or 2, so that no third fits aboard; the order means nothing. */
    berth: p.smallint().default(1),
    /** A member on the tournament's first day, paid or not. */
    wasMember: p.boolean(),
    seat: p.text().$type<Seat>().strictNullable(),
    standsInFor: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("crew_stands_in_for_an_angler")
        .deleteRule("restrict")
        .index("crew_by_stood_in_for"),
    /** Null: as the entry. */
    outcome: p.text().$type<Outcome>().strictNullable(),
    grace: p.boolean().default(false),
    reason: p.text().strictNullable(),
    tieRank: p.integer().strictNullable(),
    publishedPlace: p.decimal("number").precision(8).scale(2).strictNullable(),
    publishedPoints: p.integer().$type<Points>().strictNullable(),
  },
  uniques: [
    { name: "one_crew_place_per_angler", properties: ["tournament", "angler"] },
    { name: "two_aboard_at_most", properties: ["entry", "berth"] },
    // What binds a bag's angler and catcher to those aboard.
    { name: "angler_aboard_an_entry", properties: ["entry", "angler"] },
  ],
  checks: [
    { name: "crew_is_one_or_two", expression: "berth in (1, 2)" },
    { name: "seat_is_known", expression: "seat in ('boater', 'co-angler')" },
    { name: "stand_in_is_another_angler", expression: "stands_in_for_id <> angler_id" },
    { name: "crew_outcome_is_known", expression: "outcome in ('fished', 'did-not-fish', 'disqualified')" },
    { name: "crew_numbers_count_from_one", expression: "tie_rank >= 1 and published_place >= 1" },
    { name: "crew_published_points_are_not_negative", expression: "published_points >= 0" },
  ],
});

export class Crew extends CrewSchema.class {
  /** Their own outcome, else the entry's. */
  outcomeThatDay(): Outcome {
    return this.outcome ?? this.entry.outcome;
  }

  /** Who this place counts for: the one stood in for, else the angler. */
  countsFor(): Angler {
    return this.standsInFor ?? this.angler;
  }
}
CrewSchema.setClass(Crew);
