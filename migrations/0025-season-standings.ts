import { Migration } from "@mikro-orm/migrations";

/** The top of each season's tables, so that a page that shows it need not add up everyone who fished. */
export class SeasonStandings extends Migration {
  override up(): void {
    this.addSql(`
      create table season_standing (
        season_id integer primary key,
        basis text not null,
        races jsonb not null,
        awards jsonb not null,
        constraint standing_of_a_season foreign key (season_id) references season (id) on delete restrict
      )`);
    this.addSql(`
      create trigger public_change_is_told after insert or update or delete or truncate on season_standing
        for each statement execute function tell_public_change()`);
  }

  override down(): void {
    this.addSql("drop table season_standing");
  }
}
