import { Migration } from "@mikro-orm/migrations";

const shown = [
  "angler",
  "angler_merge",
  "angler_status",
  "attendance",
  "bag",
  "clock_offset",
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
  "tournament",
];

/** Whoever keeps public pages hears, with the commit, that something they show has changed. */
export class PublicChanges extends Migration {
  override up(): void {
    this.addSql(`
      create function tell_public_change() returns trigger language plpgsql as $$ begin
        perform pg_notify('sabc_public', '');
        return null;
      end; $$`);
    for (const table of shown)
      this.addSql(`
        create trigger public_change_is_told after insert or update or delete or truncate on ${table}
          for each statement execute function tell_public_change()`);
  }

  override down(): void {
    for (const table of shown) this.addSql(`drop trigger public_change_is_told on ${table}`);
    this.addSql("drop function tell_public_change()");
  }
}
