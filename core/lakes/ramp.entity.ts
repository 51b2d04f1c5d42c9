import { defineEntity, p } from "@mikro-orm/core";
import { Lake } from "./lake.entity.ts";

/** Where boats go into a lake. */
const RampSchema = defineEntity({
  name: "Ramp",
  tableName: "ramp",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    lake: () => p.manyToOne(Lake).foreignKeyName("ramp_of_a_lake").deleteRule("restrict"),
    name: p.text(),
    latitude: p.decimal("number").precision(9).scale(6).strictNullable(),
    longitude: p.decimal("number").precision(9).scale(6).strictNullable(),
    retired: p.boolean().default(false),
  },
  uniques: [
    {
      name: "one_ramp_per_name_on_a_lake",
      expression: (columns, table, name) =>
        `create unique index "${name}" on ${table.name} (${columns.lake}, lower(${columns.name}))`,
    },
    // What lets a tournament's ramp be bound to the tournament's lake.
    { name: "ramp_on_its_lake", properties: ["id", "lake"] },
  ],
  checks: [
    { name: "ramp_name_is_filled_in", expression: "name ~ '\\S'" },
    { name: "ramp_has_both_coordinates_or_none", expression: "(latitude is null) = (longitude is null)" },
    {
      name: "ramp_lies_on_the_earth",
      expression: "abs(latitude) <= 90 and abs(longitude) <= 180",
    },
  ],
});

export class Ramp extends RampSchema.class {
  /** No longer offered; past tournaments keep it. */
  retire(): void {
    this.retired = true;
  }

  offer(): void {
    this.retired = false;
  }
}
RampSchema.setClass(Ramp);
