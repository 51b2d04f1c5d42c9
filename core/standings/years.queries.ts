import { askPrepared } from "../prepared.ts";
import { notSummed, seasonsSummed } from "../results/season-sums.queries.ts";
import type { Measure } from "../weight.ts";
import type { Work } from "../work.ts";

/** What the official tournaments of a year came to. */
export interface YearRow {
  year: number;
  tournaments: number;
  /** Of all its tournaments together: each boat and angler counts as often as they fished. */
  boats: number;
  starts: number;
  /** Different people. */
  anglers: number;
  zeros: number;
  limits: number;
  measure: Measure;
  weight: number;
  bigBass: number | null;
  heaviestWin: number | null;
}

/**
 * The years with an official tournament, oldest first: one query, over what is written down of those that are closed
 * and over the stored results of the others. With a value, so that its plan is kept.
 */
export function findYearRows(work: Work): Promise<YearRow[]> {
  return askPrepared<YearRow>(
    work,
    `select y.year, x.tournaments, x.starts, x.anglers, x.boats, x.zeros, x.limits, x.measure, x.weight::float8 as weight,
            x.big_bass as "bigBass", x.heaviest_win as "heaviestWin"
     from (select * from season_sum union all ${seasonsSummed(notSummed)}) x
     join season y on y.id = x.season_id
     where x.tournaments > ?
     order by y.year`,
    [0],
  );
}
