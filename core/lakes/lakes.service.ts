import { authorize } from "../actor.ts";
import { nearest } from "../anglers/nearest.service.ts";
import { conflict, type DomainError, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { Lake } from "./lake.entity.ts";
import { findLakes, type LakeWithRamps } from "./lakes.queries.ts";
import { makeLakeKey, plainName } from "./lakes.rules.ts";
import type { AddLake } from "./lakes.schemas.ts";
import type { Ramp } from "./ramp.entity.ts";

export interface LakeRef {
  id: number;
  key: string;
  name: string;
}

export interface RampRef {
  id: number;
  name: string;
  latitude: number | null;
  longitude: number | null;
}

export interface RampShown extends RampRef {
  retired: boolean;
  lake: LakeRef;
}

export interface LakeShown extends LakeRef {
  latitude: number | null;
  longitude: number | null;
  retired: boolean;
  ramps: RampShown[];
}

/** The lakes with their ramps, by name; retired ones only when asked for. */
export async function listLakes(work: Work, { retired }: { retired?: "included" }): Promise<LakeShown[]> {
  const lakes = (await findLakes(work)).map(show);
  if (retired === "included") return lakes;
  return lakes
    .filter((lake) => !lake.retired)
    .map((lake) => ({ ...lake, ramps: lake.ramps.filter((ramp) => !ramp.retired) }));
}

/** The lake of a key or an exact name, without regard to case; not-found names the nearest. */
export async function resolveLake(work: Work, { reference }: { reference: string }): Promise<LakeShown> {
  const lakes = (await findLakes(work)).map(show);
  const asked = plainName(reference);
  const found = lakes.find(({ key, name }) => key === asked || plainName(name) === asked);
  if (found !== undefined) return found;
  const candidates = await nearest({ asked: reference, among: lakes.map(({ name }) => name) });
  throw notFound("lake-not-found", `There is no lake "${reference.slice(0, 60)}". See sabc lake list.`, {
    candidates,
  });
}

/** Adds a lake; conflict when another has the name or the key. */
export async function addLake(work: Work, input: AddLake): Promise<LakeShown> {
  authorize(work, "addLake", { roles: ["weighmaster", "editor"] });
  const { name, latitude = null, longitude = null, key = makeLakeKey(name) } = input;
  const holder = (await findLakes(work)).find(
    ({ lake }) => lake.key === key || plainName(lake.name) === plainName(name),
  );
  if (holder !== undefined) throw taken(holder.lake, { name, key });
  const lake = work.em.create(Lake, { key, name, latitude, longitude });
  await work.em.flush();
  return show({ lake, ramps: [] });
}

const taken = (lake: Lake, { name, key }: { name: string; key: string }): DomainError =>
  plainName(lake.name) === plainName(name)
    ? conflict("lake-name-taken", `There is a lake ${lake.name} already. Use it, or another name.`)
    : conflict("lake-key-taken", `${lake.name} has the key ${key} already. Give ${name} another key.`);

const refer = ({ id, key, name }: Lake): LakeRef => ({ id, key, name });

const show = ({ lake, ramps }: LakeWithRamps): LakeShown => ({
  ...refer(lake),
  latitude: lake.latitude,
  longitude: lake.longitude,
  retired: lake.retired,
  ramps: ramps.map(showRamp),
});

const showRamp = ({ id, name, latitude, longitude, retired, lake }: Ramp): RampShown => ({
  id,
  name,
  latitude,
  longitude,
  retired,
  lake: refer(lake),
});
