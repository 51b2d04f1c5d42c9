import { defineEntity, p } from "@mikro-orm/core";
import { conflict } from "../errors.ts";
import type { RulesDocument } from "./rules.schemas.ts";

/** A calendar year with its rules, every default written out. */
const SeasonSchema = defineEntity({
  name: "Season",
  tableName: "season",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    year: p.integer(),
    rules: p.json<RulesDocument>(),
    closed: p.boolean().default(false),
  },
  uniques: [{ name: "one_season_per_year", properties: ["year"] }],
  checks: [{ name: "season_year_is_a_year", expression: "year >= 1950 and year <= 2200" }],
});

export class Season extends SeasonSchema.class {
  close(): void {
    this.closed = true;
  }

  /** Refuses what would change a closed season. */
  mustBeOpen(): void {
    if (this.closed) {
      throw conflict(
        "season-closed",
        `The season ${this.year} is closed. Its figures do not change any more.`,
      );
    }
  }
}
SeasonSchema.setClass(Season);
