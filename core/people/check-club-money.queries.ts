import { tournamentOf } from "./check-club-calendar.queries.ts";
import { traced } from "./check-club-constraints.queries.ts";
import type { SqlCheck } from "./check-club.rules.ts";

/** What has to be so of the pots' ledger, line by line. */
export const moneyChecks: SqlCheck[] = [
  {
    name: "pot-lines-are-of-their-season",
    about: "A line of a pot is in its tournament's season.",
    mend: traced,
    level: "wrong",
    sql: `select 'pot movement ' || m.id as row, 'is of ' || ${tournamentOf("t.id")} || ' and of the season ' || s.year as what
          from pot_movement m join tournament t on t.id = m.tournament_id join season s on s.id = m.season_id
          where m.season_id <> t.season_id order by m.id`,
  },
  {
    name: "pot-lines-are-taken-back-whole",
    about: "A line that takes another back has its pot and tournament, and as much the other way.",
    mend: "Set the pot right: sabc pot adjust, with the reason.",
    level: "wrong",
    sql: `select 'pot movement ' || m.id as row, 'takes back ' || o.id || ', and is not the same the other way' as what
          from pot_movement m join pot_movement o on o.id = m.reverses_id
          where m.cents <> -o.cents or m.pot <> o.pot or m.kind <> o.kind
             or m.tournament_id is distinct from o.tournament_id or m.id < o.id order by m.id`,
  },
  {
    name: "pot-is-never-below-zero",
    about: "No pot ever held less than nothing, but for a correction after it was paid.",
    mend: "See sabc pot explain; set it right with sabc pot adjust and the reason.",
    level: "wrong",
    sql: `select 'pot movement ' || min(id) as row, 'after it ' || pot || ' held less than nothing' as what
          from (select m.id, m.pot, sum(m.cents) over (partition by m.pot order by m.id) as held from pot_movement m) line
          where held < 0 and not exists (
            select from pot_movement back where back.pot = line.pot and back.reverses_id is not null and back.id <= line.id)
          group by pot order by pot`,
  },
  {
    name: "only-official-ones-move-pots",
    about: "Only official tournaments have money in a pot or out of it.",
    mend: "Make it official again, or set the pot right: sabc pot adjust, with the reason.",
    level: "wrong",
    sql: `select 'tournament ' || ${tournamentOf("t.id")} as row,
                 'is ' || case when e.cancelled_on is null then t.state else 'cancelled' end || ' and moved ' || m.pot as what
          from pot_movement m join tournament t on t.id = m.tournament_id join event e on e.id = t.event_id
          where t.state <> 'official' or e.cancelled_on is not null
          group by t.id, e.cancelled_on, m.pot having sum(m.cents) <> 0 order by 1, 2`,
  },
];
