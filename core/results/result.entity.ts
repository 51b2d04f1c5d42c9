import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import type { Cents } from "../money.ts";
import type { Points } from "../points.ts";
import { Entry } from "../tournaments/entry.entity.ts";
import type { Outcome, Ranking } from "../tournaments/facts.rules.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";
import type { Weight } from "../weight.ts";

/** A buy-in says so, whatever its entry's outcome. */
export type ResultOutcome = Outcome | "buy-in";

/**
 * What the rules answer for one angler or one boat of one tournament: a copy, written by the pure functions whenever
 * facts or rules change, and made again by a rebuild with the same figures.
 */
const ResultSchema = defineEntity({
  name: "Result",
  tableName: "result",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    tournament: () => p.manyToOne(Tournament).foreignKeyName("result_of_a_tournament").deleteRule("restrict"),
    ranking: p.text().$type<Ranking>(),
    entry: () =>
      p.manyToOne(Entry).foreignKeyName("result_of_an_entry").deleteRule("restrict").index("result_by_entry"),
    /** Null in the ranking of boats. */
    angler: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("result_of_an_angler")
        .deleteRule("restrict")
        .index("result_by_angler"),
    outcome: p.text().$type<ResultOutcome>(),
    /** The angler was a member that day; of a boat: one aboard was. */
    member: p.boolean(),
    /** Two decimals where the tied share the mean of their places. */
    place: p.decimal("number").precision(8).scale(2).strictNullable(),
    tied: p.boolean(),
    /** Points, a paid place or a win wait for a ruling. */
    waiting: p.boolean(),
    points: p.integer().$type<Points>().strictNullable(),
    gross: p.integer().$type<Weight>().strictNullable(),
    net: p.integer().$type<Weight>().strictNullable(),
    fish: p.integer().strictNullable(),
    dead: p.integer(),
    bigBass: p.integer().$type<Weight>().strictNullable(),
    caught: p.boolean(),
    limit: p.boolean().fieldName("full_limit"),
    zero: p.boolean(),
    win: p.boolean(),
    payout: p.integer().$type<Cents>(),
  },
  uniques: [
    {
      name: "one_result_per_ranking",
      properties: ["tournament", "ranking", "entry", "angler"],
      expression: (columns, table, name) =>
        `alter table ${table.name} add constraint "${name}" unique nulls not distinct (${columns.tournament}, ${columns.ranking}, ${columns.entry}, ${columns.angler})`,
    },
  ],
  checks: [
    { name: "ranking_is_known", expression: "ranking in ('angler', 'boat')" },
    {
      name: "result_outcome_is_known",
      expression: "outcome in ('fished', 'did-not-fish', 'disqualified', 'buy-in')",
    },
    { name: "result_names_who_is_ranked", expression: "(ranking = 'angler') = (angler_id is not null)" },
  ],
});

export class Result extends ResultSchema.class {}
ResultSchema.setClass(Result);
