import { authorize } from "../actor.ts";
import { nearest } from "../anglers/nearest.service.ts";
import { conflict, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { Lake } from "./lake.entity.ts";
import { plainName } from "./lakes.rules.ts";
import type { AddRamp } from "./lakes.schemas.ts";
import { listLakes, type RampShown, resolveLake } from "./lakes.service.ts";
import { Ramp } from "./ramp.entity.ts";

export type { RampShown } from "./lakes.service.ts";

/** The ramps that are offered, lake by lake, or those of one lake. */
export async function listRamps(work: Work, { lake }: { lake?: string }): Promise<RampShown[]> {
  const lakes =
    lake === undefined ? await listLakes(work, {}) : [await resolveLake(work, { reference: lake })];
  return lakes.flatMap(({ ramps }) => ramps).filter(({ retired }) => !retired);
}

/** The ramp of a name on a lake (key or name), without regard to case; not-found names the nearest of that lake. */
export async function resolveRamp(
  work: Work,
  { lake, reference }: { lake: string; reference: string },
): Promise<RampShown> {
  const { name, ramps } = await resolveLake(work, { reference: lake });
  const found = ramps.find((ramp) => plainName(ramp.name) === plainName(reference));
  if (found !== undefined) return found;
  const names = ramps.map((ramp) => ramp.name);
  const near = await nearest({ asked: reference, among: names });
  throw notFound("ramp-not-found", `${name} has no ramp "${reference.slice(0, 60)}". Use an exact name.`, {
    candidates: near.length > 0 ? near : names,
  });
}

/** Adds a ramp to a lake; conflict when the lake has one of that name. */
export async function addRamp(work: Work, input: AddRamp): Promise<RampShown> {
  authorize(work, "addRamp", { roles: ["weighmaster", "editor"] });
  const { name, latitude = null, longitude = null } = input;
  const { id, name: lakeName, ramps } = await resolveLake(work, { reference: input.lake });
  const holder = ramps.find((ramp) => plainName(ramp.name) === plainName(name));
  if (holder !== undefined) {
    throw conflict(
      "ramp-name-taken",
      `${lakeName} has the ramp ${holder.name} already. Use it, or another name.`,
    );
  }
  work.em.create(Ramp, { lake: work.em.getReference(Lake, id), name, latitude, longitude });
  await work.em.flush();
  return resolveRamp(work, { lake: input.lake, reference: name });
}
