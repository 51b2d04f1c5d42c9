import { defineEntity, p } from "@mikro-orm/core";
import type { Role } from "../actor.ts";
import { Angler } from "./angler.entity.ts";

/** What an angler may do for the club. Given and taken away; the audit records say when and by whom. */
const AnglerRoleSchema = defineEntity({
  name: "AnglerRole",
  tableName: "angler_role",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () => p.manyToOne(Angler).foreignKeyName("role_of_an_angler").deleteRule("restrict"),
    role: p.text().$type<Role>(),
  },
  uniques: [{ name: "one_role_once_per_angler", properties: ["angler", "role"] }],
  checks: [{ name: "role_is_known", expression: "role in ('admin', 'weighmaster', 'treasurer', 'editor')" }],
});

export class AnglerRole extends AnglerRoleSchema.class {}
AnglerRoleSchema.setClass(AnglerRole);
