import type { Work } from "../work.ts";

export interface SeasonRow {
  year: number;
  rulesName: string;
  ranked: "angler" | "boat";
  closed: boolean;
  tournaments: number;
  official: number;
  cancelled: number;
  /** Of those that are not cancelled, how many have begun to be weighed. */
  begun: number;
}

/** Every season, newest first, with how far its tournaments are. */
export const listSeasonRows = (work: Work): Promise<SeasonRow[]> => work.em.execute<SeasonRow[]>(seasonRows);

export const seasonRows = `
  select s.year, s.rules ->> 'name' as "rulesName", s.rules ->> 'ranked' as ranked, s.closed,
         count(t.id)::int as tournaments,
         count(*) filter (where t.state = 'official' and e.cancelled_on is null)::int as official,
         count(e.cancelled_on)::int as cancelled,
         count(*) filter (where t.state <> 'scheduled' and e.cancelled_on is null)::int as begun
  from season s
  left join tournament t on t.season_id = s.id
  left join event e on e.id = t.event_id
  group by s.id order by s.year desc`;
