import type { Work } from "../work.ts";
import { listSeasonRows, listSeasonsBegun, type SeasonBegun } from "./season-list.queries.ts";

/** A season by its year. */
export interface SeasonYear {
  year: number;
  /** The one that is meant where no year is named. */
  current: boolean;
}

/** A season in the overview, newest first. */
export interface SeasonSummary extends SeasonYear {
  rulesName: string;
  ranked: "angler" | "boat";
  closed: boolean;
  tournaments: number;
  official: number;
  cancelled: number;
}

/** All seasons, newest first. */
export async function listSeasons(work: Work): Promise<SeasonSummary[]> {
  const rows = await listSeasonRows(work);
  const current = currentOf(rows, Number(work.today.slice(0, 4)));
  return rows.map(({ begun: _, ...row }) => ({ ...row, current: row.year === current }));
}

/** The years that have a season, newest first; how far each is is not counted. */
export async function listSeasonYears(work: Work): Promise<SeasonYear[]> {
  const rows = await listSeasonsBegun(work);
  const current = currentOf(rows, Number(work.today.slice(0, 4)));
  return rows.map(({ year }) => ({ year, current: year === current }));
}

/** The year that is meant where none is named; null before the first season. */
export async function findCurrentSeason(work: Work): Promise<number | null> {
  return currentOf(await listSeasonsBegun(work), Number(work.today.slice(0, 4)));
}

/** The season that is meant: this year once something was weighed in it; until then the last year that has something to show. */
export function currentOf(rows: readonly SeasonBegun[], year: number): number | null {
  const past = rows.filter((row) => row.year <= year);
  const shown = past.find(({ begun }) => begun) ?? past[0] ?? rows.at(-1);
  return shown?.year ?? null;
}
