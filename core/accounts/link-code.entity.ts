import { defineEntity, p } from "@mikro-orm/core";

/**
 * The code that a Discord account waits for, one for each account: a newer one takes its place. Of the code itself only
 * a slow hash is kept.
 */
const LinkCodeSchema = defineEntity({
  name: "LinkCode",
  tableName: "link_code",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    account: p.text(),
    /** The angler whose mail has the code; null where the address is nobody's, and the code is in no mail. */
    holder: p.integer().strictNullable(),
    hash: p.text(),
    expiresAt: p.datetime(),
    /** Wrong codes so far. */
    tries: p.integer().default(0),
    /** Codes asked for since the moment beside it. */
    asked: p.integer().default(1),
    askedSince: p.datetime(),
  },
  uniques: [{ name: "one_link_code_per_discord_account", properties: ["account"] }],
  checks: [
    { name: "link_code_account_is_a_number", expression: "account ~ '^[0-9]{17,20}$'" },
    { name: "link_code_tries_are_few", expression: "tries >= 0 and tries <= 5" },
  ],
});

export class LinkCode extends LinkCodeSchema.class {}
LinkCodeSchema.setClass(LinkCode);
