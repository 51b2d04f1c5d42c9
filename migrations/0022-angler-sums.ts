import { Migration } from "@mikro-orm/migrations";

/** What each angler did in each closed season, so that lists of all time need not read every year. */
export class AnglerSums extends Migration {
  override up(): void {
    this.addSql(`
      create table angler_sum (
        season_id integer not null,
        angler_id integer not null,
        starts integer not null,
        events integer not null,
        wins integer not null,
        limits integer not null,
        primary key (season_id, angler_id),
        constraint sum_of_a_season foreign key (season_id) references season (id) on delete restrict,
        constraint sum_of_an_angler foreign key (angler_id) references angler (id) on delete restrict
      )`);
    this.addSql("create index angler_sum_by_angler on angler_sum (angler_id)");
    this.addSql(`
      create trigger public_change_is_told after insert or update or delete or truncate on angler_sum
        for each statement execute function tell_public_change()`);
    // Season by season: the whole history in one join takes longer than a statement may.
    this.addSql(`
      insert into angler_sum
      select s.id, own.*
      from (select id, closed, rules ->> 'ranked' as ranked from season offset 0) s
      cross join lateral (
        select c.angler_id, count(*) filter (where n.kind = 'boat' and n.outcome = 'fished'),
               count(r.id), count(*) filter (where r.win), count(*) filter (where r.full_limit)
        from tournament t
        join event e on e.id = t.event_id and e.cancelled_on is null
        join entry n on n.tournament_id = t.id
        join crew c on c.entry_id = n.id and (c.outcome is null or c.outcome = 'fished')
        left join result r on r.entry_id = n.id and r.ranking = s.ranked and r.outcome = 'fished'
          and (r.angler_id is null or r.angler_id = c.angler_id)
        where t.season_id = s.id and t.state = 'official'
        group by c.angler_id
        having count(r.id) > 0 or count(*) filter (where n.kind = 'boat' and n.outcome = 'fished') > 0
      ) own
      where s.closed`);
  }

  override down(): void {
    this.addSql("drop table angler_sum");
  }
}
