import type { StoredState } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";

/** The tournaments of a year that are not cancelled, by day. */
export function findSeasonTournaments(
  work: Work,
  year: number,
): Promise<{ id: number; state: StoredState }[]> {
  return work.em.execute<{ id: number; state: StoredState }[]>(
    `select t.id, t.state from tournament t
     join season s on s.id = t.season_id join event e on e.id = t.event_id
     where s.year = ? and e.cancelled_on is null order by e.first_day, t.id`,
    [year],
  );
}
