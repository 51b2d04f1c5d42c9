import { readFile } from "node:fs/promises";
import { authorize } from "../actor.ts";
import type { Work } from "../work.ts";
import { Lake } from "./lake.entity.ts";
import { findLakes, type LakeWithRamps } from "./lakes.queries.ts";
import { plainName } from "./lakes.rules.ts";
import { type LakeInput, lakesFileSchema } from "./lakes.schemas.ts";
import { Ramp } from "./ramp.entity.ts";

/** What an import did, in words: `Lake Travis`, `Lake Travis: Mansfield Dam`. */
export interface LakesImported {
  added: string[];
  changed: string[];
  same: number;
}

/**
 * Makes the club's lakes and ramps say what the list says. A lake is known by its key, a ramp by its name on the
 * lake; what the list does not name stays. Doing it again changes nothing.
 */
export async function importLakes(work: Work, { lakes }: { lakes: LakeInput[] }): Promise<LakesImported> {
  authorize(work, "importLakes", { roles: ["weighmaster", "editor"] });
  const known = new Map((await findLakes(work)).map((found) => [found.lake.key, found]));
  const outcome: LakesImported = { added: [], changed: [], same: 0 };
  for (const input of lakes) importLake(work, { input, found: known.get(input.key), outcome });
  await work.em.flush();
  return outcome;
}

/** Imports the club's own list, which comes with sabc. */
export async function importClubLakes(work: Work): Promise<LakesImported> {
  const text = await readFile(new URL("lakes.json", import.meta.url), "utf8");
  return importLakes(work, { lakes: lakesFileSchema.parse(JSON.parse(text)) });
}

interface OneLake {
  input: LakeInput;
  found: LakeWithRamps | undefined;
  outcome: LakesImported;
}

function importLake(work: Work, { input, found, outcome }: OneLake): void {
  const { key, name, latitude = null, longitude = null } = input;
  const lake = found?.lake ?? work.em.create(Lake, { key, name, latitude, longitude });
  settle(lake, { to: { name, latitude, longitude }, isNew: found === undefined, words: name, outcome });
  const ramps = new Map(found?.ramps.map((ramp) => [plainName(ramp.name), ramp]));
  for (const { name: rampName, latitude = null, longitude = null } of input.ramps) {
    const place = { name: rampName, latitude, longitude };
    const ramp = ramps.get(plainName(rampName));
    settle(ramp ?? work.em.create(Ramp, { lake, ...place }), {
      to: place,
      isNew: ramp === undefined,
      words: `${name}: ${rampName}`,
      outcome,
    });
  }
}

type Place = Pick<Lake, "name" | "latitude" | "longitude">;

function settle(
  place: Place,
  { to, isNew, words, outcome }: { to: Place; isNew: boolean; words: string; outcome: LakesImported },
): void {
  if (isNew) outcome.added.push(words);
  else if (isSame(place, to)) outcome.same += 1;
  else outcome.changed.push(words);
  Object.assign(place, to);
}

const isSame = (one: Place, other: Place): boolean =>
  one.name === other.name && one.latitude === other.latitude && one.longitude === other.longitude;
