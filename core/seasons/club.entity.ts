import { defineEntity, p } from "@mikro-orm/core";

const zoneStays = `if new.zone <> old.zone and exists (select from event) then
  raise exception 'The zone stays once there are events.'
    using errcode = 'restrict_violation', constraint = 'club_zone_stays_after_the_first_event';
end if;
return new;`;

/** The club itself: one row. */
const ClubSchema = defineEntity({
  name: "Club",
  tableName: "club",
  properties: {
    id: p.integer().primary().autoincrement(false).default(1),
    name: p.text(),
    /** IANA name: `America/Chicago`. Every date and clock time of the club is meant there. */
    zone: p.text(),
    contactAddress: p.text().strictNullable(),
    /** What is posted where: purpose → channel id. */
    discordChannels: p.json<Record<string, string>>().strictNullable().default(null),
    /** The role of the Discord server that hears when a poll opens. */
    discordRole: p.text().strictNullable().default(null),
    /** The role of the Discord server that current members get, by their linked accounts. */
    discordMemberRole: p.text().strictNullable().default(null),
    /** A hash of the commands that the server was told of last. */
    discordCommands: p.text().strictNullable().default(null),
  },
  checks: [
    { name: "club_is_one_row", expression: "id = 1" },
    { name: "club_name_is_filled_in", expression: "name ~ '\\S'" },
    { name: "club_zone_is_filled_in", expression: "zone ~ '\\S'" },
  ],
  triggers: [
    { name: "club_zone_stays_after_the_first_event", timing: "before", events: ["update"], body: zoneStays },
  ],
});

export class Club extends ClubSchema.class {}
ClubSchema.setClass(Club);
