import { conflict } from "../errors.ts";
import { Lake } from "../lakes/lake.entity.ts";
import { resolveLake } from "../lakes/lakes.service.ts";
import { Ramp } from "../lakes/ramp.entity.ts";
import { resolveRamp } from "../lakes/ramps.service.ts";
import type { Work } from "../work.ts";

/** Where a tournament is held; null while nobody knows. */
export interface Water {
  lake: Lake | null;
  ramp: Ramp | null;
}

interface Named {
  /** Key or name. */
  lake: string | null;
  ramp: string | null;
  /** Whether one that is retired will do: history was fished there, what is planned is not. */
  retired: "taken" | "refused";
}

/** The lake and the ramp of these names; not-found names the nearest, a retired one is a conflict where it is refused. */
export async function findWater(work: Work, { lake, ramp, retired }: Named): Promise<Water> {
  if (lake === null) return { lake: null, ramp: null };
  const found = await resolveLake(work, { reference: lake });
  const from = ramp === null ? null : await resolveRamp(work, { lake, reference: ramp });
  if (retired === "refused") {
    if (found.retired) throw isRetired(found.name, `sabc lake retire ${found.key} --undo`);
    if (from?.retired)
      throw isRetired(`${from.name} at ${found.name}`, `sabc ramp retire ${found.key} "${from.name}" --undo`);
  }
  return {
    lake: work.em.getReference(Lake, found.id),
    ramp: from && work.em.getReference(Ramp, from.id),
  };
}

const isRetired = (name: string, way: string) =>
  conflict("place-retired", `${name} is no longer offered. Choose another, or offer it again: ${way}.`);
