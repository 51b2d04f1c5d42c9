import { notFound } from "../errors.ts";
import type { RampRef } from "../lakes/lakes.service.ts";
import type { Weight } from "../weight.ts";
import type { Work } from "../work.ts";
import { findLakeList, findLakePage, type LakeListRow, type LakePageRow } from "./lake-page.queries.ts";

/** A lake in the list, with its official tournaments. */
export type LakeListed = Omit<LakeListRow, "retired">;

/** A lake with its ramps, its official tournaments newest first, and what it takes to win there, by month. */
export interface LakePage extends Omit<LakePageRow, "ramps"> {
  /** Those in use, by name. */
  ramps: RampRef[];
  /** All twelve, 1 is January; null where nobody won then. */
  months: { month: number; tournaments: number; mean: Weight | null; best: Weight | null }[];
}

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

/** One lake by its key; not-found for one no lake has. One query. */
export async function getLakePage(work: Work, { key }: { key: string }): Promise<LakePage> {
  const lake = await findLakePage(work, key);
  if (lake === null) throw notFound("lake-not-found", `There is no lake "${key.slice(0, 60)}".`);
  const ramps = lake.ramps.filter(({ retired }) => !retired).map(({ retired: _, ...ramp }) => ramp);
  const months = Array.from({ length: 12 }, (_, index) => monthOf(lake, index + 1));
  return { ...lake, ramps, months };
}

function monthOf({ tournaments }: LakePageRow, month: number): LakePage["months"][number] {
  const own = tournaments.filter(({ tournament }) => Number(tournament.firstDay.slice(5, 7)) === month);
  const won = own.flatMap(({ winningWeight }) => (winningWeight === null ? [] : [winningWeight]));
  const sum = won.reduce((total, weight) => total + weight, 0);
  return {
    month,
    tournaments: own.length,
    mean: won.length === 0 ? null : Math.round(sum / won.length),
    best: won.length === 0 ? null : Math.max(...won),
  };
}
