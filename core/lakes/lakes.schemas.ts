import { z } from "zod";
import { line } from "../anglers/text.schemas.ts";

const coordinate = ({ limit, word }: { limit: number; word: string }) =>
  z
    .number({ error: `must be degrees of ${word}, such as ${limit === 90 ? "29.8732" : "-98.3989"}` })
    .min(-limit, `must be at least -${limit} degrees`)
    .max(limit, `must be at most ${limit} degrees`);

const place = {
  name: line({ most: 80 }),
  latitude: coordinate({ limit: 90, word: "latitude" }).nullish(),
  longitude: coordinate({ limit: 180, word: "longitude" }).nullish(),
};

const bothOrNone = ({
  latitude,
  longitude,
}: {
  latitude?: number | null;
  longitude?: number | null;
}): boolean => ((latitude ?? null) === null ? (longitude ?? null) === null : (longitude ?? null) !== null);

const pair = { error: "needs latitude and longitude, or neither", path: ["latitude"] };

const key = z
  .string({ error: "must be a text" })
  .max(40, "must be at most 40 characters")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be small letters and hyphens, such as choke-canyon");

const lakeNamed = z.string({ error: "must name a lake" }).trim().min(1, "must name a lake");
const rampNamed = z.string({ error: "must name a ramp" }).trim().min(1, "must name a ramp");

/** A new lake; its key is made from its name where none is given. */
export const addLakeSchema = z.strictObject({ key: key.optional(), ...place }).refine(bothOrNone, pair);

/** A new ramp of a lake (its key or name). */
export const addRampSchema = z.strictObject({ lake: lakeNamed, ...place }).refine(bothOrNone, pair);

const whatChanges = { ...place, name: place.name.optional() };
const somethingSaid = ({ name, latitude }: { name?: string; latitude?: number | null }): boolean =>
  name !== undefined || latitude !== undefined;
const nothing = { error: "say what changes: the name, or latitude and longitude", path: ["name"] };

/** What changes of a lake (its key or name); the key stays, it stands in addresses. Null takes the place away. */
export const editLakeSchema = z
  .strictObject({ lake: lakeNamed, ...whatChanges })
  .refine(bothOrNone, pair)
  .refine(somethingSaid, nothing);

/** What changes of a ramp of a lake. */
export const editRampSchema = z
  .strictObject({ lake: lakeNamed, ramp: rampNamed, ...whatChanges })
  .refine(bothOrNone, pair)
  .refine(somethingSaid, nothing);

const rampInput = z.strictObject(place).refine(bothOrNone, pair);

const lakeInput = z
  .strictObject({
    key,
    ...place,
    ramps: z.array(rampInput, { error: "must be a list of ramps" }).prefault([]),
  })
  .refine(bothOrNone, pair)
  .refine(({ ramps }) => areDistinct(ramps.map(({ name }) => name)), {
    error: "must not have a ramp twice",
    path: ["ramps"],
  });

/** A list of lakes with their ramps. */
export const lakesFileSchema = z
  .array(lakeInput, { error: "must be a list of lakes" })
  .max(2_000, "must be at most 2000 lakes")
  .refine((lakes) => areDistinct(lakes.map(({ key }) => key)), { error: "must not have a key twice" })
  .refine((lakes) => areDistinct(lakes.map(({ name }) => name)), { error: "must not have a lake twice" });

export type AddLake = z.output<typeof addLakeSchema>;
export type AddRamp = z.output<typeof addRampSchema>;
export type EditLake = z.output<typeof editLakeSchema>;
export type EditRamp = z.output<typeof editRampSchema>;
export type LakeInput = z.output<typeof lakeInput>;

function areDistinct(texts: string[]): boolean {
  return new Set(texts.map((text) => text.toLowerCase())).size === texts.length;
}
