import { z } from "zod";
import { count, reference, text, weight } from "./weighed.schemas.ts";

/** What was wrong about a bag; only what is named changes. Weights in 1/10,000 lb; null: not known, or none. */
export const correctResultSchema = z.strictObject({
  tournament: reference(),
  /** Whose bag; of a boat's common bag anyone aboard. */
  angler: reference(),
  day: z.int({ error: "must be a day of the tournament" }).min(1, "counts from 1").default(1),
  fish: count("fish").nullable().optional(),
  dead: count("fish").optional(),
  short: count("fish").optional(),
  gross: weight().nullable().optional(),
  late: count("minutes").optional(),
  otherPenalty: weight().optional(),
  penaltyReason: text(200).nullable().optional(),
  bigBass: weight().nullable().optional(),
  caughtBy: reference().nullable().optional(),
  /** Needed once the tournament is official. */
  reason: text(1_000).nullish(),
  /** Accepts what is hardly right; says why. */
  override: text(1_000).nullish(),
  /** Who accepted it; left out: whoever corrects the bag. */
  decidedBy: text(120).nullish(),
});

export type CorrectResult = z.input<typeof correctResultSchema>;
