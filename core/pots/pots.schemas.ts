import { z } from "zod";
import { line } from "../anglers/text.schemas.ts";

/** Money put into a pot, or taken out of it, beside what tournaments do. */
export const adjustPotSchema = z.strictObject({
  pot: z.string({ error: "must name a pot" }).trim().min(1, "must name a pot"),
  /** Cents; below zero they are taken out. */
  cents: z
    .int({ error: "must be an amount" })
    .refine((cents) => cents !== 0, { error: "must be more or less than nothing" }),
  reason: line({ most: 200 }),
});

export type AdjustPot = z.output<typeof adjustPotSchema>;
