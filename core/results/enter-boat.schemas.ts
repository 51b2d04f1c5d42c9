import { z } from "zod";
import { personName } from "../anglers/contact.schemas.ts";
import { count, reference, text, weight } from "./weighed.schemas.ts";

/** Someone aboard: an angler the club knows, or a guest it does not know yet. */
const aboard = z.union([reference(), z.strictObject({ guest: personName() })], {
  error: "must name an angler, or a new guest",
});

/** What one bag came to at the scales. Weights in 1/10,000 lb; null: not known, or none. */
const bag = z.strictObject({
  fish: count("fish").nullable().default(null),
  dead: count("fish").default(0),
  short: count("fish").default(0),
  gross: weight().nullable().default(null),
  bigBass: weight().nullable().default(null),
  /** Who caught the big bass: the first aboard or the second. */
  caughtBy: z.literal([1, 2], { error: "must be the first aboard or the second" }).nullable().default(null),
  late: count("minutes").default(0),
  otherPenalty: weight().default(0),
  penaltyReason: text(200).nullable().default(null),
  /** Of a paper event: inches, in 1/10,000. */
  lengths: z.array(weight()).nullable().default(null),
});

/** One boat of the weigh-in line, or one buy-in. */
export const enterBoatSchema = z.strictObject({
  tournament: reference(),
  kind: z.enum(["boat", "buy-in"], { error: 'must be "boat" or "buy-in"' }).default("boat"),
  /** The boat's number; left out: the next free one. */
  boat: z.int({ error: "must be a boat's number" }).min(1, "must be a boat's number, from 1 on").nullish(),
  day: z.int({ error: "must be a day of the tournament" }).min(1, "counts from 1").default(1),
  /** One or two; left out where the boat is known already and only weighs. */
  crew: z
    .array(aboard, { error: "must list those aboard" })
    .min(1, "must name who is aboard")
    .max(2, "has room for two")
    .optional(),
  outcome: z
    .enum(["fished", "did-not-fish"], { error: 'must be "fished" or "did-not-fish"' })
    .default("fished"),
  /** The boat's common bag; or, where each angler brings one, theirs in the order of the crew. */
  bags: z
    .array(bag.nullable(), { error: "must list bags" })
    .max(2, "has one bag for each aboard")
    .default([]),
  /** Needed once the tournament is official; of a boat that did not fish, why. */
  reason: text(1_000).nullish(),
  /** Accepts whatever is hardly right, and says why. */
  override: text(1_000).nullish(),
  /** Accepts one thing that is hardly right, by the name of its check. */
  accepted: z
    .array(z.strictObject({ check: text(60), reason: text(1_000) }), { error: "must list what is accepted" })
    .default([]),
  /** Who accepted it; left out: whoever enters the boat. */
  decidedBy: text(120).nullish(),
});

/** The same for a boat that is in the book: all it says takes the place of what was entered for that day. */
export const editBoatSchema = enterBoatSchema.extend({
  /** The entry's id. */
  entry: z.int({ error: "must be the id of an entry" }),
});

/** Which boat goes: by its number, or by anyone aboard. */
export const deleteBoatSchema = z
  .strictObject({
    tournament: reference(),
    boat: z.int({ error: "must be a boat's number" }).min(1, "must be a boat's number, from 1 on").optional(),
    angler: reference().optional(),
    /** Needed once the tournament is official. */
    reason: text(1_000).nullish(),
  })
  .refine(({ boat, angler }) => (boat === undefined) !== (angler === undefined), {
    error: "must name a boat's number, or an angler aboard",
  });

export type EnterBoat = z.input<typeof enterBoatSchema>;
export type EditBoat = z.input<typeof editBoatSchema>;
export type DeleteBoat = z.output<typeof deleteBoatSchema>;
/** As it is read. */
export type BoatSaid = z.output<typeof enterBoatSchema>;
export type BagSaid = z.output<typeof bag>;
