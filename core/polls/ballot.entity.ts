import { defineEntity, p } from "@mikro-orm/core";
import type { Actor, Channel } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { Poll } from "./poll.entity.ts";

/** One member's voice in one poll that is not secret; withdrawn, the row stays without selections. */
const BallotSchema = defineEntity({
  name: "Ballot",
  tableName: "ballot",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    poll: () => p.manyToOne(Poll).foreignKeyName("ballot_in_a_poll").deleteRule("restrict"),
    angler: () =>
      p
        .manyToOne(Angler)
        .foreignKeyName("ballot_of_an_angler")
        .deleteRule("restrict")
        .index("ballot_by_angler"),
    castAt: p.datetime(),
    through: p.text().$type<Channel>(),
    /** Cast by an officer for the member; the member's own change makes it theirs. */
    proxy: p.boolean().default(false),
    castByKind: p.text().$type<Actor["kind"]>(),
    castByName: p.text(),
    castBy: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("ballot_cast_by_an_angler")
        .deleteRule("restrict")
        .index("ballot_by_caster"),
    withdrawnAt: p.datetime().strictNullable(),
  },
  uniques: [{ name: "one_ballot_per_angler_and_poll", properties: ["poll", "angler"] }],
  checks: [
    { name: "ballot_channel_is_known", expression: "through in ('terminal', 'site', 'discord', 'cron')" },
    {
      name: "ballot_caster_is_known",
      expression: "cast_by_kind in ('visitor', 'angler', 'operator', 'clock')",
    },
  ],
});

export class Ballot extends BallotSchema.class {}
BallotSchema.setClass(Ballot);
