import type { Measure, Weight } from "../weight.ts";
import type { Work } from "../work.ts";

/** Who won an official tournament of a season; several lines where the win was shared. */
export interface WinnerRow {
  tournament: number;
  crew: { id: number; name: string }[];
  /** Null where it is not known. */
  net: Weight | null;
  measure: Measure;
}

/** The winners of a season's official tournaments, in the ranking the season is about; one query. */
export const findWinners = (work: Work, season: number): Promise<WinnerRow[]> =>
  work.em.execute<WinnerRow[]>(
    `select held.id as tournament, r.net, held.measure, ${crew} as crew
     from (
       select t.id, s.rules ->> 'ranked' as ranked, s.rules ->> 'measure' as measure
       from season s
       join tournament t on t.season_id = s.id and t.state = 'official'
       join event e on e.id = t.event_id and e.cancelled_on is null
       where s.year = ? offset 0
     ) held
     join lateral (
       select * from result where tournament_id = held.id and ranking = held.ranked and win offset 0
     ) r on true
     order by r.id`,
    [season],
  );

const crew = `(
  select json_agg(json_build_object('id', a.id, 'name', a.public_name) order by a.id)
  from crew c join angler a on a.id = c.angler_id
  where c.entry_id = r.entry_id and (r.angler_id is null or r.angler_id = c.angler_id))`;
