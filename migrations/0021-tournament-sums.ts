import { Migration } from "@mikro-orm/migrations";

/** What the results of each tournament come to, so that pages over all years need not read all of them. */
export class TournamentSums extends Migration {
  override up(): void {
    this.addSql(`
      create table tournament_sum (
        tournament_id integer not null,
        ranking text not null,
        fished integer not null,
        zeros integer not null,
        limits integer not null,
        weight bigint not null,
        best_net integer,
        big_bass integer,
        winning_net integer,
        primary key (tournament_id, ranking),
        constraint sum_of_a_tournament foreign key (tournament_id) references tournament (id) on delete restrict,
        constraint summed_ranking_is_known check (ranking in ('angler', 'boat'))
      )`);
    this.addSql(`
      create trigger public_change_is_told after insert or update or delete or truncate on tournament_sum
        for each statement execute function tell_public_change()`);
    this.addSql(`
      insert into tournament_sum
      select tournament_id, ranking,
             count(*) filter (where outcome = 'fished'), count(*) filter (where zero), count(*) filter (where full_limit),
             coalesce(sum(net) filter (where outcome = 'fished'), 0),
             max(net) filter (where caught), max(big_bass) filter (where caught), max(net) filter (where win)
      from result group by tournament_id, ranking`);
  }

  override down(): void {
    this.addSql("drop table tournament_sum");
  }
}
