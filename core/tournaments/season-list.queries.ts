import { askPrepared } from "../prepared.ts";
import type { Work } from "../work.ts";

/** What tells which season is meant where none is named. */
export interface SeasonBegun {
  year: number;
  /** Whether one of its tournaments that is not cancelled has begun to be weighed. */
  begun: boolean;
}

export interface SeasonRow extends SeasonBegun {
  rulesName: string;
  ranked: "angler" | "boat";
  closed: boolean;
  tournaments: number;
  official: number;
  cancelled: number;
}

/** Every season, newest first, with how far its tournaments are. */
export const listSeasonRows = (work: Work): Promise<SeasonRow[]> =>
  askPrepared<SeasonRow>(
    work,
    `select s.year, s.rules ->> 'name' as "rulesName", s.rules ->> 'ranked' as ranked, s.closed,
            coalesce(held.tournaments, 0) as tournaments, coalesce(held.official, 0) as official,
            coalesce(held.cancelled, 0) as cancelled, coalesce(held.begun, false) as begun
     from season s
     left join (
       select t.season_id, count(*)::int as tournaments,
              (count(*) filter (where t.state = ? and e.cancelled_on is null))::int as official,
              count(e.cancelled_on)::int as cancelled, bool_or(${isBegun}) as begun
       from tournament t join event e on e.id = t.event_id
       group by t.season_id
     ) held on held.season_id = s.id
     order by s.year desc`,
    ["official"],
  );

/** The seasons, newest first; what the tournaments of each came to is not counted. */
export const listSeasonsBegun = (work: Work): Promise<SeasonBegun[]> =>
  work.em.execute<SeasonBegun[]>(seasonsBegun);

const isBegun = "t.state <> 'scheduled' and e.cancelled_on is null";

// Season by season the first that has begun is all that is read.
export const seasonsBegun = `
  select s.year, coalesce((
           select true from tournament t join event e on e.id = t.event_id where t.season_id = s.id and ${isBegun} limit 1
         ), false) as begun
  from season s order by s.year desc`;
