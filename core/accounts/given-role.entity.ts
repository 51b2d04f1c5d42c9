import { defineEntity, p } from "@mikro-orm/core";

/** A role of the Discord server that the bot has given an account, so that it can take it away again. */
const GivenRoleSchema = defineEntity({
  name: "GivenRole",
  tableName: "given_role",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    account: p.text(),
    role: p.text(),
  },
  uniques: [{ name: "one_given_role_per_discord_account", properties: ["account"] }],
  checks: [
    { name: "given_role_account_is_a_number", expression: "account ~ '^[0-9]{17,20}$'" },
    { name: "given_role_is_a_number", expression: "role ~ '^[0-9]{17,20}$'" },
  ],
});

export class GivenRole extends GivenRoleSchema.class {}
GivenRoleSchema.setClass(GivenRole);
