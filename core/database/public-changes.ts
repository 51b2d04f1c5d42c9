import type { EntityMetadata } from "@mikro-orm/postgresql";

/** Where the database says that something public pages show was changed; heard with the commit. */
export const publicChanges = "sabc_public";

/**
 * What public pages are made of. A new table belongs here, with the trigger in its own step of the schema, or in the
 * list of its test: a page that shows it would otherwise stay as it was made.
 */
export const publicTables: ReadonlySet<string> = new Set([
  "angler",
  "angler_merge",
  "angler_status",
  "angler_sum",
  "angler_total",
  "attendance",
  "bag",
  "club",
  "crew",
  "entry",
  "entry_payment",
  "event",
  "lake",
  "news_post",
  "officer_term",
  "option",
  "page_revision",
  "poll",
  "pot_membership",
  "pot_movement",
  "question",
  "ramp",
  "result",
  "ruling",
  "season",
  "season_award",
  "season_standing",
  "season_sum",
  "tournament",
  "tournament_best",
  "tournament_sum",
]);

/** So that the schema of the entities has the triggers too. */
export function tellPublicChanges(entity: EntityMetadata): void {
  const { tableName, triggers } = entity;
  if (!publicTables.has(tableName)) return;
  triggers.push({
    name: "public_change_is_told",
    timing: "after",
    events: ["insert", "update", "delete", "truncate"],
    forEach: "statement",
    expression: `create trigger public_change_is_told after insert or update or delete or truncate on ${tableName}
      for each statement execute function tell_public_change()`,
  });
}
