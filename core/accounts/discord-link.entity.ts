import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";

/** Which Discord account is an angler's. It says who votes there, and never makes anyone an officer. */
const DiscordLinkSchema = defineEntity({
  name: "DiscordLink",
  tableName: "discord_link",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () => p.manyToOne(Angler).foreignKeyName("discord_link_of_an_angler").deleteRule("restrict"),
    /** Discord's number for the account: `180000000000000001`. */
    account: p.text(),
    linkedAt: p.datetime().defaultRaw("club_now()"),
  },
  uniques: [
    { name: "one_discord_account_per_angler", properties: ["angler"] },
    { name: "one_angler_per_discord_account", properties: ["account"] },
  ],
  checks: [{ name: "discord_account_is_a_number", expression: "account ~ '^[0-9]{17,20}$'" }],
});

export class DiscordLink extends DiscordLinkSchema.class {}
DiscordLinkSchema.setClass(DiscordLink);
