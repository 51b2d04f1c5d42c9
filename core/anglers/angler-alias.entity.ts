import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "./angler.entity.ts";

/** Another name under which results list an angler. */
const AnglerAliasSchema = defineEntity({
  name: "AnglerAlias",
  tableName: "angler_alias",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () =>
      p
        .manyToOne(Angler)
        .foreignKeyName("alias_of_an_angler")
        .deleteRule("restrict")
        .index("angler_alias_by_angler"),
    name: p.text(),
  },
  uniques: [
    {
      name: "one_angler_per_alias",
      expression: (columns, table, name) =>
        `create unique index "${name}" on ${table.name} (lower(${columns.name}))`,
    },
  ],
  checks: [{ name: "alias_is_filled_in", expression: "name ~ '\\S'" }],
});

export class AnglerAlias extends AnglerAliasSchema.class {}
AnglerAliasSchema.setClass(AnglerAlias);
