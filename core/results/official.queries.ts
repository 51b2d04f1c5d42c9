import type { Work } from "../work.ts";
import type { OpenTournament } from "./official.rules.ts";

/** Every tournament that is neither official nor cancelled, with the pots of its rules. */
export function listOpenTournaments(work: Work): Promise<OpenTournament[]> {
  return work.em.execute<OpenTournament[]>(
    `select t.id as "tournamentId", e.first_day::text as "firstDay",
            s.year || '-' || lpad(t.number::text, 2, '0') || ' ' || e.name as label,
            coalesce((
              select json_agg(pot ->> 'name')
              from jsonb_array_elements(coalesce(nullif(t.changes -> 'money', 'null'), s.rules -> 'money') -> 'pots') pot
            ), '[]') as pots
     from tournament t
     join event e on e.id = t.event_id
     join season s on s.id = t.season_id
     where t.state <> 'official' and e.cancelled_on is null
     order by e.first_day, t.id`,
  );
}
