import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { Work } from "../work.ts";
import { Lake } from "./lake.entity.ts";
import { findLakes } from "./lakes.queries.ts";
import { plainName } from "./lakes.rules.ts";
import type { EditLake } from "./lakes.schemas.ts";
import { type LakeShown, resolveLake } from "./lakes.service.ts";

/** Says a lake's name or place anew; past tournaments there show it so too. Conflict when another has the name. */
export async function editLake(
  work: Work,
  { lake: reference, name, latitude, longitude }: EditLake,
): Promise<LakeShown> {
  authorize(work, "editLake", { roles: ["weighmaster", "editor"] });
  const { id, key } = await resolveLake(work, { reference });
  if (name !== undefined) await refuseNameOfAnother(work, { id, name });
  const lake = await work.em.findOneOrFail(Lake, id);
  if (name !== undefined) lake.name = name;
  if (latitude !== undefined) Object.assign(lake, { latitude, longitude: longitude ?? null });
  await work.em.flush();
  return resolveLake(work, { reference: key });
}

/** No longer offers a lake for what is planned; all that was fished there stays. Again it changes nothing. */
export function retireLake(work: Work, { lake }: { lake: string }): Promise<LakeShown> {
  authorize(work, "retireLake", { roles: ["weighmaster", "editor"] });
  return withLake(work, { reference: lake, change: (found) => found.retire() });
}

/** Offers a retired lake again. */
export function offerLake(work: Work, { lake }: { lake: string }): Promise<LakeShown> {
  authorize(work, "offerLake", { roles: ["weighmaster", "editor"] });
  return withLake(work, { reference: lake, change: (found) => found.offer() });
}

async function withLake(
  work: Work,
  { reference, change }: { reference: string; change: (lake: Lake) => void },
): Promise<LakeShown> {
  const { id, key } = await resolveLake(work, { reference });
  change(await work.em.findOneOrFail(Lake, id));
  await work.em.flush();
  return resolveLake(work, { reference: key });
}

async function refuseNameOfAnother(work: Work, { id, name }: { id: number; name: string }): Promise<void> {
  const holder = (await findLakes(work)).find(
    ({ lake }) => lake.id !== id && plainName(lake.name) === plainName(name),
  );
  if (holder === undefined) return;
  throw conflict("lake-name-taken", `There is a lake ${holder.lake.name} already. Choose another name.`);
}
