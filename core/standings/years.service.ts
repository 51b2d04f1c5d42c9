import type { Weight } from "../weight.ts";
import type { Work } from "../work.ts";
import { findYearRows, type YearRow } from "./years.queries.ts";

/** A year in one line. */
export interface YearShown extends YearRow {
  /** Anglers at a tournament, rounded to tenths. */
  meanStarts: number;
  /** Of a boat at a tournament, zeros included; null where none fished. */
  meanWeight: Weight | null;
}

/** How many came, what they weighed and how often a limit was filled, by year, oldest first. One query. */
export async function listYears(work: Work, _: object = {}): Promise<YearShown[]> {
  const years = await findYearRows(work);
  return years.map((year) => ({
    ...year,
    meanStarts: year.tournaments === 0 ? 0 : Math.round((year.starts * 10) / year.tournaments) / 10,
    meanWeight: year.boats === 0 ? null : Math.round(year.weight / year.boats),
  }));
}
