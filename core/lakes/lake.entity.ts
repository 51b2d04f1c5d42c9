import { defineEntity, p } from "@mikro-orm/core";

/** Where the club fishes. Retired, never deleted, once used. */
const LakeSchema = defineEntity({
  name: "Lake",
  tableName: "lake",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    /** `choke-canyon`: stands in addresses and files, and stays when the name changes. */
    key: p.text(),
    name: p.text(),
    latitude: p.decimal("number").precision(9).scale(6).strictNullable(),
    longitude: p.decimal("number").precision(9).scale(6).strictNullable(),
    retired: p.boolean().default(false),
  },
  uniques: [
    { name: "one_lake_per_key", properties: ["key"] },
    {
      name: "one_lake_per_name",
      expression: (columns, table, name) =>
        `create unique index "${name}" on ${table.name} (lower(${columns.name}))`,
    },
  ],
  checks: [
    { name: "lake_key_is_words_and_hyphens", expression: "key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'" },
    { name: "lake_name_is_filled_in", expression: "name ~ '\\S'" },
    { name: "lake_has_both_coordinates_or_none", expression: "(latitude is null) = (longitude is null)" },
    {
      name: "lake_lies_on_the_earth",
      expression: "abs(latitude) <= 90 and abs(longitude) <= 180",
    },
  ],
});

export class Lake extends LakeSchema.class {
  /** No longer offered; past tournaments keep it. */
  retire(): void {
    this.retired = true;
  }

  offer(): void {
    this.retired = false;
  }
}
LakeSchema.setClass(Lake);
