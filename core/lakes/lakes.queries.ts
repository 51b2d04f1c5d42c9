import type { Work } from "../work.ts";
import { Lake } from "./lake.entity.ts";
import { Ramp } from "./ramp.entity.ts";

export interface LakeWithRamps {
  lake: Lake;
  ramps: Ramp[];
}

/** Every lake with its ramps, by name; two queries. */
export async function findLakes(work: Work): Promise<LakeWithRamps[]> {
  const lakes = await work.em.find(Lake, {}, { orderBy: { name: "asc" } });
  const ramps = await work.em.find(Ramp, {}, { orderBy: { name: "asc" } });
  const byLake = Map.groupBy(ramps, (ramp) => ramp.lake);
  return lakes.map((lake) => ({ lake, ramps: byLake.get(lake) ?? [] }));
}
