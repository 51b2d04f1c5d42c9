import { Migration } from "@mikro-orm/migrations";

/** Why dues were not the usual amount, and to whom a pot was paid: a later correction does not change that. */
export class DuesNotesAndPotWinners extends Migration {
  override up(): void {
    this.addSql("alter table dues_payment add column note text");
    this.addSql(`alter table pot_movement add column paid_to jsonb`);
    this.addSql(`
      alter table pot_movement add constraint pot_winners_are_paid
        check (paid_to is null or kind = 'payout')`);
  }

  override down(): void {
    this.addSql("alter table pot_movement drop column paid_to");
    this.addSql("alter table dues_payment drop column note");
  }
}
