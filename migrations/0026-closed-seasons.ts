import { Migration } from "@mikro-orm/migrations";

const tables = ["tournament_best", "season_sum", "angler_total"];

/**
 * What closed seasons came to, so that pages over all years read a line of each of them and of each angler; and what
 * anglers did in the open one, too.
 */
export class ClosedSeasons extends Migration {
  override up(): void {
    this.addSql(`
      create table tournament_best (
        tournament_id integer not null primary key,
        season_id integer not null,
        lake_id integer,
        month integer not null,
        ranking text not null,
        measure text not null,
        several boolean not null,
        big_bass integer,
        bag integer,
        constraint best_of_a_tournament foreign key (tournament_id) references tournament (id) on delete restrict,
        constraint best_of_a_season foreign key (season_id) references season (id) on delete restrict,
        constraint best_of_a_lake foreign key (lake_id) references lake (id) on delete restrict,
        constraint best_measure_is_known check (measure in ('weight', 'length')),
        constraint best_ranking_is_known check (ranking in ('angler', 'boat'))
      )`);
    this.addSql("create index tournament_best_by_season on tournament_best (season_id)");
    this.addSql("create index tournament_best_by_lake on tournament_best (lake_id)");
    this.addSql(`
      create table season_sum (
        season_id integer not null primary key,
        tournaments integer not null,
        starts integer not null,
        anglers integer not null,
        boats integer not null,
        zeros integer not null,
        limits integer not null,
        measure text not null,
        weight bigint not null,
        big_bass integer,
        heaviest_win integer,
        constraint sum_of_a_whole_season foreign key (season_id) references season (id) on delete restrict,
        constraint summed_measure_is_known check (measure in ('weight', 'length'))
      )`);
    this.addSql(`
      create table angler_total (
        angler_id integer not null primary key,
        events integer not null,
        wins integer not null,
        limits integer not null,
        first_year integer not null,
        last_year integer not null,
        constraint total_of_an_angler foreign key (angler_id) references angler (id) on delete restrict
      )`);
    for (const figure of ["events", "wins", "limits"]) {
      this.addSql(`create index angler_total_by_${figure} on angler_total (${figure})`);
    }
    this.addSql(
      "create index angler_by_public_name on angler (lower(public_name), id) where erased_on is null",
    );
    for (const table of tables) {
      this.addSql(`
        create trigger public_change_is_told after insert or update or delete or truncate on ${table}
          for each statement execute function tell_public_change()`);
    }
    this.addSql(`
      insert into tournament_best
      select t.id, s.id, t.lake_id, date_part('month', e.first_day)::int, s.per, s.measure,
             e.last_day > e.first_day and not t.paper, x.big_bass,
             case when e.last_day = e.first_day and not t.paper then x.best_net end
      from (
        select id, rules #>> '{limit,per}' as per, rules ->> 'measure' as measure from season where closed
      ) s
      join (select *, coalesce((changes ->> 'paper')::boolean, false) as paper from tournament) t
        on t.season_id = s.id and t.state = 'official'
      join event e on e.id = t.event_id and e.cancelled_on is null
      left join tournament_sum x on x.tournament_id = t.id and x.ranking = s.per`);
    this.addSql(`
      insert into season_sum
      select s.id, weighed.tournaments, coalesce(aboard.starts, 0), coalesce(aboard.anglers, 0), weighed.boats, weighed.zeros,
             coalesce(case when s.rules #>> '{limit,per}' = 'boat' then weighed.boat_limits else weighed.own_limits end, 0),
             s.rules ->> 'measure', weighed.weight, greatest(weighed.boat_bass, weighed.own_bass),
             case when s.rules ->> 'ranked' = 'boat' then weighed.boat_win else weighed.own_win end
      from season s
      join (
        select t.season_id, count(*) as tournaments, coalesce(sum(boat.fished), 0) as boats,
               coalesce(sum(boat.zeros), 0) as zeros, coalesce(sum(boat.weight), 0) as weight,
               sum(boat.limits) as boat_limits, sum(own.limits) as own_limits,
               max(boat.big_bass) as boat_bass, max(own.big_bass) as own_bass,
               max(boat.winning_net) as boat_win, max(own.winning_net) as own_win
        from tournament t
        join event e on e.id = t.event_id and e.cancelled_on is null
        left join tournament_sum boat on boat.tournament_id = t.id and boat.ranking = 'boat'
        left join tournament_sum own on own.tournament_id = t.id and own.ranking = 'angler'
        where t.state = 'official'
        group by t.season_id
      ) weighed on weighed.season_id = s.id
      left join (
        select season_id, sum(starts) as starts, count(*) filter (where starts > 0) as anglers
        from angler_sum group by season_id
      ) aboard on aboard.season_id = s.id
      where s.closed`);
    // Season by season: the whole history in one join takes longer than a statement may.
    this.addSql(`
      insert into angler_sum
      select s.id, own.*
      from (select id, rules ->> 'ranked' as ranked from season where not closed offset 0) s
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
      ) own`);
    this.addSql(`
      insert into angler_total
      select x.angler_id, sum(x.events), sum(x.wins), sum(x.limits), min(y.year), max(y.year)
      from angler_sum x join season y on y.id = x.season_id and y.closed
      where x.events > 0 group by x.angler_id`);
  }

  override down(): void {
    for (const table of tables.toReversed()) this.addSql(`drop table ${table}`);
    this.addSql("drop index angler_by_public_name");
    this.addSql("delete from angler_sum where season_id in (select id from season where not closed)");
  }
}
