import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { Work } from "../work.ts";
import { plainName } from "./lakes.rules.ts";
import type { EditRamp } from "./lakes.schemas.ts";
import { type RampShown, resolveLake } from "./lakes.service.ts";
import { Ramp } from "./ramp.entity.ts";
import { resolveRamp } from "./ramps.service.ts";

interface RampNamed {
  /** Its lake's key or name. */
  lake: string;
  ramp: string;
}

/** Says a ramp's name or place anew; past tournaments there show it so too. Conflict when its lake has the name. */
export async function editRamp(work: Work, input: EditRamp): Promise<RampShown> {
  authorize(work, "editRamp", { roles: ["weighmaster", "editor"] });
  const { lake, name, latitude, longitude } = input;
  const { id, name: before } = await resolveRamp(work, { lake, reference: input.ramp });
  if (name !== undefined) await refuseNameOfAnother(work, { lake, id, name });
  const ramp = await work.em.findOneOrFail(Ramp, id);
  if (name !== undefined) ramp.name = name;
  if (latitude !== undefined) Object.assign(ramp, { latitude, longitude: longitude ?? null });
  await work.em.flush();
  return resolveRamp(work, { lake, reference: name ?? before });
}

/** No longer offers a ramp for what is planned; all that was fished from it stays. Again it changes nothing. */
export function retireRamp(work: Work, named: RampNamed): Promise<RampShown> {
  authorize(work, "retireRamp", { roles: ["weighmaster", "editor"] });
  return withRamp(work, { named, change: (ramp) => ramp.retire() });
}

/** Offers a retired ramp again. */
export function offerRamp(work: Work, named: RampNamed): Promise<RampShown> {
  authorize(work, "offerRamp", { roles: ["weighmaster", "editor"] });
  return withRamp(work, { named, change: (ramp) => ramp.offer() });
}

async function withRamp(
  work: Work,
  { named: { lake, ramp: reference }, change }: { named: RampNamed; change: (ramp: Ramp) => void },
): Promise<RampShown> {
  const { id, name } = await resolveRamp(work, { lake, reference });
  change(await work.em.findOneOrFail(Ramp, id));
  await work.em.flush();
  return resolveRamp(work, { lake, reference: name });
}

async function refuseNameOfAnother(
  work: Work,
  { lake, id, name }: { lake: string; id: number; name: string },
): Promise<void> {
  const { name: lakeName, ramps } = await resolveLake(work, { reference: lake });
  const holder = ramps.find((ramp) => ramp.id !== id && plainName(ramp.name) === plainName(name));
  if (holder === undefined) return;
  throw conflict("ramp-name-taken", `${lakeName} has the ramp ${holder.name} already. Choose another name.`);
}
