import { type Naming, namingOf } from "../results/names.rules.ts";
import type { KeptRace } from "../results/season-standing.entity.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import { basisOf } from "./season-basis.rules.ts";
import { findSeasonPagesKept, type SeasonPage, type SeasonPageKept } from "./season-page.queries.ts";
import { addUpSeason, chainOf, loadSeasonTables, noSuchSeason } from "./season-tables.service.ts";
import type { PlannedTournament } from "./season-tables.rules.ts";
import { topAmong, topOf, type Wanted } from "./season-top.rules.ts";

/** The first rows of the tables of a season, or all, with the calendar that they are about. */
export interface SeasonTop {
  page: SeasonPage;
  rules: Rules;
  /** Planned, not cancelled, by day, those that count for points; and of these those that are official so far. */
  planned: PlannedTournament[];
  held: PlannedTournament[];
  races: KeptRace[];
  naming: Naming;
}

/** The top of a season's tables: as it is written down, one query; worked out where it is not, two. */
export async function loadSeasonTop(
  work: Work,
  { season, afterEvents, ...wanted }: { season: number; afterEvents?: number | undefined } & Wanted,
): Promise<SeasonTop> {
  if (afterEvents !== undefined || topAmong([], wanted) === null) {
    const tables = await loadSeasonTables(work, { season, afterEvents });
    return { ...tables, races: topOf(tables, wanted) };
  }
  const pages = await findSeasonPagesKept(work, { year: season });
  if (pages[0]?.year !== season) throw noSuchSeason(season);
  const kept = asKept(pages, wanted);
  if (kept !== null) return kept;
  const tables = await addUpSeason(work, { season, pages });
  return { ...tables, races: topOf(tables, wanted) };
}

/** Null where nothing is written down, or the season is no longer the one that it was worked out from. */
function asKept(pages: SeasonPageKept[], wanted: Wanted): SeasonTop | null {
  const chain = chainOf(pages);
  const [page, season] = [pages[0]!, chain[0]!];
  const { kept, names } = page;
  if (kept === null || kept.basis !== basisOf(pages.slice(0, chain.length))) return null;
  const { rules, planned, held } = season;
  const races = topAmong(kept.races, wanted);
  return races && { page, rules, planned, held, races, naming: namingOf(names) };
}
