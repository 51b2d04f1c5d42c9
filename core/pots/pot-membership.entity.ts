import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { Season } from "../seasons/season.entity.ts";

/** An angler joined an optional pot of a season, and is in it at its tournaments from the day paid on. */
const PotMembershipSchema = defineEntity({
  name: "PotMembership",
  tableName: "pot_membership",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () => p.manyToOne(Angler).foreignKeyName("pot_joined_by_an_angler").deleteRule("restrict"),
    /** The pot's name in the season's rules. */
    pot: p.text(),
    season: () =>
      p
        .manyToOne(Season)
        .foreignKeyName("pot_joined_in_a_season")
        .deleteRule("restrict")
        .index("pot_membership_by_season"),
    paidOn: p.date(),
  },
  uniques: [{ name: "one_membership_per_angler_pot_and_season", properties: ["angler", "pot", "season"] }],
  checks: [{ name: "joined_pot_is_named", expression: "pot ~ '\\S'" }],
});

export class PotMembership extends PotMembershipSchema.class {}
PotMembershipSchema.setClass(PotMembership);
