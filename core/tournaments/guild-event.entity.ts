import { defineEntity, p } from "@mikro-orm/core";
import { Tournament } from "./tournament.entity.ts";

/** The event of Discord's own calendar that stands for a tournament. */
const GuildEventSchema = defineEntity({
  name: "GuildEvent",
  tableName: "guild_event",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    tournament: () =>
      p.manyToOne(Tournament).foreignKeyName("guild_event_of_a_tournament").deleteRule("restrict"),
    /** Discord's number of it; null: there is none any more. */
    number: p.text().strictNullable(),
    /** A hash of what stands there; another one means it has to be said anew. */
    drawn: p.text().strictNullable(),
  },
  uniques: [{ name: "one_guild_event_per_tournament", properties: ["tournament"] }],
  checks: [{ name: "guild_event_is_a_number", expression: "number ~ '^[0-9]{17,20}$'" }],
});

export class GuildEvent extends GuildEventSchema.class {}
GuildEventSchema.setClass(GuildEvent);
