import type { StoredState } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";

export interface SeasonTournament {
  id: number;
  state: StoredState;
  firstDay: string;
}

/** The tournaments of a year that are not cancelled, by day. */
export function findSeasonTournaments(work: Work, year: number): Promise<SeasonTournament[]> {
  return work.em.execute<SeasonTournament[]>(
    `select t.id, t.state, e.first_day::text as "firstDay" from tournament t
     join season s on s.id = t.season_id join event e on e.id = t.event_id
     where s.year = ? and e.cancelled_on is null order by e.first_day, t.id`,
    [year],
  );
}
