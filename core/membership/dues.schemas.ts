import { z } from "zod";
import { line } from "../anglers/text.schemas.ts";
import { clubDate } from "../audit/day.schemas.ts";

const angler = () => z.union([z.int(), z.string().trim().min(1)], { error: "must name an angler" });
const year = () => z.int({ error: "must be a year" }).min(1950, "must be a year").max(2200, "must be a year");

/** One payment of dues. */
export const duesDraftSchema = z.strictObject({
  angler: angler(),
  /** Cents; what is open of the year's dues when left out. Another amount needs a note. Nothing where it is waived. */
  cents: z.int({ error: "must be an amount" }).min(0, "must not be below zero").optional(),
  method: z.enum(["cash", "venmo", "check", "waived"], { error: "must be cash, venmo, check or waived" }),
  /** Today when left out. */
  paidOn: clubDate().optional(),
  /** The year it is for; the one it is paid in when left out. */
  year: year().optional(),
  note: line({ most: 200 }).optional(),
  /** The days it covers as another book says them; year, amount and note are then taken as they are. */
  covers: z.strictObject({ from: clubDate(), to: clubDate() }).optional(),
  /** Taken back already, in another book. */
  voided: z.strictObject({ on: clubDate(), reason: line({ most: 200 }) }).optional(),
  /** Where it stands in a file. */
  line: z.int().optional(),
});

export const recordDuesSchema = z.strictObject({
  payments: z.array(duesDraftSchema),
  /** History brought in from elsewhere is no news to anyone. */
  receipts: z.literal("none").optional(),
});

export const voidDuesSchema = z.strictObject({
  payment: z.int({ error: "must be a payment's number" }).min(1, "must be a payment's number"),
  reason: line({ most: 200 }),
});

/** Everyone who is to be reminded, or one of them. */
export const remindDuesSchema = z.strictObject({ angler: angler().optional() });

export type DuesDraft = z.output<typeof duesDraftSchema>;
export type RecordDues = z.output<typeof recordDuesSchema>;
export type RemindDues = z.output<typeof remindDuesSchema>;
export type VoidDues = z.output<typeof voidDuesSchema>;
