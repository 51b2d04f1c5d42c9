import { Migration } from "@mikro-orm/migrations";

/** Who has the awards of each closed season, so that who was first in the years before need not be worked out again. */
export class SeasonAwards extends Migration {
  override up(): void {
    this.addSql(`
      create table season_award (
        season_id integer not null,
        award integer not null,
        winners jsonb not null,
        primary key (season_id, award),
        constraint award_of_a_season foreign key (season_id) references season (id) on delete restrict
      )`);
    this.addSql(`
      create trigger public_change_is_told after insert or update or delete or truncate on season_award
        for each statement execute function tell_public_change()`);
  }

  override down(): void {
    this.addSql("drop table season_award");
  }
}
