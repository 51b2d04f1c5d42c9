import { Migration } from "@mikro-orm/migrations";

const potRaises = `raise exception 'The pot''s ledger is only ever added to.'
  using errcode = 'restrict_violation', constraint = 'pot_movement_is_never_changed';`;
const pageRaises = `raise exception 'A revision of a page is never changed.'
  using errcode = 'restrict_violation', constraint = 'page_revision_is_never_changed';`;

const onlyTheirPeople = (columns: string): string => `if tg_op = 'UPDATE' then
    if to_jsonb(new) - array[${columns}] = to_jsonb(old) - array[${columns}] then
      return new;
    end if;
  end if;`;

/** What is never changed still follows its people: two records of one made one, someone erased. */
export class PeopleOfWhatStays extends Migration {
  override up(): void {
    this.guard(
      "pot_movement",
      `${onlyTheirPeople("'recorded_by_name', 'recorded_by_angler_id', 'paid_to'")}\n  ${potRaises}`,
    );
    this.guard(
      "page_revision",
      `${onlyTheirPeople("'saved_by_name', 'saved_by_angler_id'")}\n  ${pageRaises}`,
    );
  }

  override down(): void {
    this.guard("pot_movement", potRaises);
    this.guard("page_revision", pageRaises);
  }

  private guard(table: string, body: string): void {
    this.addSql(`
      create or replace function ${table}_${table}_is_never_changed_fn() returns trigger language plpgsql as $$ begin
        ${body}
      end; $$`);
  }
}
