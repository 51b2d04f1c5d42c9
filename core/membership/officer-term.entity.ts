import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";

/** Who held an office of the club in a year. */
const OfficerTermSchema = defineEntity({
  name: "OfficerTerm",
  tableName: "officer_term",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () =>
      p
        .manyToOne(Angler)
        .foreignKeyName("office_of_an_angler")
        .deleteRule("restrict")
        .index("officer_term_by_angler"),
    /** The club's own word: `president`, `tournament director`. */
    office: p.text(),
    year: p.integer(),
  },
  uniques: [
    {
      name: "one_officer_per_office_and_year",
      expression: (columns, table, name) =>
        `create unique index "${name}" on ${table.name} (${columns.year}, lower(${columns.office}))`,
    },
  ],
  checks: [
    { name: "office_is_filled_in", expression: "office ~ '\\S'" },
    { name: "office_year_is_a_year", expression: "year >= 1950 and year <= 2200" },
  ],
});

export class OfficerTerm extends OfficerTermSchema.class {}
OfficerTermSchema.setClass(OfficerTerm);
