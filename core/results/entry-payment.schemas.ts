import { z } from "zod";
import { line } from "../anglers/text.schemas.ts";

const reference = (what: string) =>
  z.union([z.int(), z.string().trim().min(1)], { error: `must name ${what}` });

/** Money taken for an entry: of a boat by its number, or of whoever is aboard or bought in. */
export const takePaymentSchema = z
  .strictObject({
    tournament: reference("a tournament"),
    boat: z.int({ error: "must be a boat's number" }).min(1, "must be a boat's number").optional(),
    angler: reference("an angler").optional(),
    /** Cents; what is open when left out, of an angler at most the one fee. */
    amount: z.int({ error: "must be an amount" }).min(1, "must be more than nothing").optional(),
    method: z.enum(["cash", "venmo", "check"], { error: "must be cash, venmo or check" }),
  })
  .refine(({ boat, angler }) => (boat === undefined) !== (angler === undefined), {
    path: ["boat"],
    error: "say the boat or the angler, one of them",
  });

export const voidPaymentSchema = z.strictObject({
  payment: z.int({ error: "must be a payment's number" }).min(1, "must be a payment's number"),
  reason: line({ most: 200 }),
});

export type TakePayment = z.output<typeof takePaymentSchema>;
export type VoidPayment = z.output<typeof voidPaymentSchema>;
