import { z } from "zod";
import { line } from "../anglers/text.schemas.ts";
import { clubDate } from "../audit/day.schemas.ts";

const pot = () => z.string({ error: "must name a pot" }).trim().min(1, "must name a pot");
const angler = () => z.union([z.int(), z.string().trim().min(1)], { error: "must name an angler" });
const season = () => z.int({ error: "must be a year" });

/** Money put into a pot, or taken out of it, beside what tournaments do. */
export const adjustPotSchema = z.strictObject({
  pot: pot(),
  /** Cents; below zero they are taken out. */
  cents: z
    .int({ error: "must be an amount" })
    .refine((cents) => cents !== 0, { error: "must be more or less than nothing" }),
  reason: line({ most: 200 }),
});

/** Someone buys into an optional pot of a season. */
export const joinPotSchema = z.strictObject({
  pot: pot(),
  angler: angler(),
  /** Today when left out; it counts in tournaments from this day on. */
  paidOn: clubDate().optional(),
  /** The year it is paid in when left out. */
  season: season().optional(),
});

/** Someone who bought in gets the money back, and was never in it. */
export const leavePotSchema = z.strictObject({
  pot: pot(),
  angler: angler(),
  reason: line({ most: 200 }),
  /** The current year when left out. */
  season: season().optional(),
});

export type AdjustPot = z.output<typeof adjustPotSchema>;
export type JoinPot = z.output<typeof joinPotSchema>;
export type LeavePot = z.output<typeof leavePotSchema>;
