import { traced } from "./check-club-constraints.queries.ts";
import type { SqlCheck } from "./check-club.rules.ts";

/** `2026-03 Canyon`: SQL for the name of a tournament whose id stands there. */
export const tournamentOf = (id: string): string =>
  `(select season.year || '-' || lpad(tournament.number::text, 2, '0') || ' ' || event.name
    from tournament join season on season.id = season_id join event on event.id = event_id where tournament.id = ${id})`;

/** What has to be so of seasons, events and tournaments together. */
export const calendarChecks: SqlCheck[] = [
  {
    name: "tournament-has-its-event",
    about: "A tournament has one event of kind tournament, and such an event one tournament.",
    mend: traced,
    level: "wrong",
    sql: `select 'tournament ' || t.id as row, 'its event ' || e.id || ' is a ' || e.kind as what
          from tournament t join event e on e.id = t.event_id where e.kind <> 'tournament'
          union all
          select 'event ' || e.id, e.name || ' is a tournament without a competition'
          from event e where e.kind = 'tournament' and not exists (select from tournament t where t.event_id = e.id)
          order by 1`,
  },
  {
    name: "tournament-is-in-its-year",
    about: "A tournament's first day is in its season's year.",
    mend: "Move it into its year: sabc event move.",
    level: "wrong",
    sql: `select 'tournament ' || ${tournamentOf("t.id")} as row, 'its first day is ' || e.first_day as what
          from tournament t join event e on e.id = t.event_id join season s on s.id = t.season_id
          where extract(year from e.first_day) <> s.year order by 1`,
  },
  {
    name: "official-was-held",
    about: "A tournament is official only once its first day has come.",
    mend: "Correct its day: sabc event move.",
    level: "wrong",
    sql: `select 'tournament ' || ${tournamentOf("t.id")} as row, 'is official, and its first day is ' || e.first_day as what
          from tournament t join event e on e.id = t.event_id
          where t.state = 'official' and e.first_day > (club_now() at time zone coalesce((select zone from club), 'America/Chicago'))::date
          order by 1`,
  },
  {
    name: "ruling-is-of-its-season",
    about: "A ruling in a tournament is in that tournament's season.",
    mend: traced,
    level: "wrong",
    sql: `select 'ruling ' || r.id as row, 'is of ' || ${tournamentOf("t.id")} || ' and of the season ' || s.year as what
          from ruling r join tournament t on t.id = r.tournament_id join season s on s.id = r.season_id
          where r.season_id <> t.season_id order by r.id`,
  },
  {
    name: "meeting-was-attended",
    about: "Attendance is of a meeting.",
    mend: traced,
    level: "wrong",
    sql: `select 'attendance ' || a.id as row, e.name || ' is a ' || e.kind as what
          from attendance a join event e on e.id = a.meeting_id where e.kind <> 'meeting' order by a.id`,
  },
];
