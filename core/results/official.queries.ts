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

/** Whom the results of a tournament concern: who was aboard and fished, and members of its first day or of today. */
export async function listConcerned(
  work: Work,
  { tournamentId, days: [one, other] }: { tournamentId: number; days: readonly [string, string] },
): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    `select a.id
     from angler a
     where a.erased_on is null and (
       exists (
         select from crew c join entry n on n.id = c.entry_id
         where c.tournament_id = ? and c.angler_id = a.id and coalesce(c.outcome, n.outcome) <> 'did-not-fish'
       ) or exists (
         select from (values (?::date), (?::date)) as days (day)
         where 'member' = (
           select s.status from angler_status s
           where s.angler_id = a.id and s.from_day <= day order by s.from_day desc limit 1
         )
       )
     )
     order by a.id`,
    [tournamentId, one, other],
  );
  return rows.map(({ id }) => id);
}
