import { defineEntity, p } from "@mikro-orm/core";
import type { Ranking } from "../tournaments/facts.rules.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";
import type { Weight } from "../weight.ts";

/**
 * What the results of one tournament come to in one ranking: a copy of a copy, written with the results, so that a
 * page over all years adds up tournaments and not everyone who ever fished.
 */
const TournamentSumSchema = defineEntity({
  name: "TournamentSum",
  tableName: "tournament_sum",
  properties: {
    tournament: () =>
      p
        .manyToOne(Tournament)
        .primary()
        .foreignKeyName("sum_of_a_tournament")
        .deleteRule("restrict")
        .updateRule("no action"),
    ranking: p.text().$type<Ranking>().primary(),
    fished: p.integer(),
    zeros: p.integer(),
    limits: p.integer(),
    /** Net, of all who fished. */
    weight: p.bigint("number").$type<Weight>(),
    /** Of what was caught by the rules. */
    bestNet: p.integer().$type<Weight>().strictNullable(),
    bigBass: p.integer().$type<Weight>().strictNullable(),
    winningNet: p.integer().$type<Weight>().strictNullable(),
  },
  checks: [{ name: "summed_ranking_is_known", expression: "ranking in ('angler', 'boat')" }],
});

export class TournamentSum extends TournamentSumSchema.class {}
TournamentSumSchema.setClass(TournamentSum);
