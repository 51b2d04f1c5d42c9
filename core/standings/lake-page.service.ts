import { notFound } from "../errors.ts";
import type { RampRef } from "../lakes/lakes.service.ts";
import type { Weight } from "../weight.ts";
import type { Work } from "../work.ts";
import { findLakeList, findLakePage, type LakeListRow, type LakePageRow } from "./lake-page.queries.ts";

/** A lake in the list, with its official tournaments. */
export type LakeListed = Omit<LakeListRow, "retired">;

/** A lake with its ramps, its official tournaments newest first, and what it takes to win there, by month. */
export interface LakePage extends Omit<LakePageRow, "ramps" | "months"> {
  /** Those in use, by name. */
  ramps: RampRef[];
  /** All twelve, 1 is January; null where nobody won then. */
  months: { month: number; tournaments: number; mean: Weight | null; best: Weight | null }[];
  /** Which of how many pages the tournaments are, from 1; the first is there before anything was fished. */
  page: number;
  pages: number;
}

/** As many tournaments as one page lists. */
const listedAtOnce = 50;

/** The lakes by name: those in use, and retired ones that were fished. One query. */
export async function listLakesFished(work: Work, _: object = {}): Promise<LakeListed[]> {
  const lakes = await findLakeList(work);
  return lakes
    .filter(({ retired, tournaments }) => !retired || tournaments > 0)
    .map(({ id, key, name, ramps, tournaments, lastDay }) => ({
      id,
      key,
      name,
      ramps,
      tournaments,
      lastDay,
    }));
}

/**
 * One lake by its key, with the tournaments of a page, or all of them where none is named; not-found for a key no lake has
 * and for a page that has nothing. One query.
 */
export async function getLakePage(
  work: Work,
  { key, page }: { key: string; page?: number },
): Promise<LakePage> {
  const asked = page === undefined ? { before: 0, most: null } : part(page);
  const lake = await findLakePage(work, { key, ...asked });
  if (lake === null) throw notFound("lake-not-found", `There is no lake "${key.slice(0, 60)}".`);
  const pages = page === undefined ? 1 : Math.max(1, Math.ceil(lake.held / listedAtOnce));
  if ((page ?? 1) > pages) throw notFound("page-not-found", `The list of ${lake.name} has no page ${page}.`);
  const ramps = lake.ramps.filter(({ retired }) => !retired).map(({ retired: _, ...ramp }) => ramp);
  const months = Array.from({ length: 12 }, (_, index) => monthOf(lake, index + 1));
  return { ...lake, ramps, months, page: page ?? 1, pages };
}

const part = (page: number) => ({ before: (page - 1) * listedAtOnce, most: listedAtOnce });

function monthOf({ months }: LakePageRow, month: number): LakePage["months"][number] {
  const { tournaments, won, sum, best } = months.find((one) => one.month === month) ?? nothing;
  return { month, tournaments, mean: sum === null ? null : Math.round(sum / won), best };
}

const nothing = { tournaments: 0, won: 0, sum: null, best: null };
