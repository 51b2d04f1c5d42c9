import type { Work } from "../work.ts";

export interface GuildEventRow {
  tournament: number;
  name: string;
  firstDay: string;
  lastDay: string;
  firstCast: string;
  weighIn: string;
  lake: string;
  ramp: string | null;
  description: string | null;
  /** Whether it still takes place. */
  stands: boolean;
  number: string | null;
  drawn: string | null;
}

/** The tournaments ahead whose lake and hours are set, and those that stand in Discord's calendar already; one query. */
export function findGuildEvents(work: Work): Promise<GuildEventRow[]> {
  return work.em.execute<GuildEventRow[]>(
    `select t.id as tournament, e.name, e.first_day::text as "firstDay", e.last_day::text as "lastDay",
            to_char(t.first_cast, 'HH24:MI') as "firstCast", to_char(t.weigh_in, 'HH24:MI') as "weighIn",
            l.name as lake, r.name as ramp, e.description,
            e.cancelled_on is null and t.state = 'scheduled' as stands, g.number, g.drawn
     from tournament t
     join event e on e.id = t.event_id
     join lake l on l.id = t.lake_id
     left join ramp r on r.id = t.ramp_id
     left join guild_event g on g.tournament_id = t.id
     where e.first_day > ?::date and t.first_cast is not null and t.weigh_in is not null
       and (g.number is not null or (e.cancelled_on is null and t.state = 'scheduled'))
     order by e.first_day, t.id`,
    [work.today],
  );
}
