import { z } from "zod";
import { emailAddress } from "../anglers/contact.schemas.ts";
import { line } from "../anglers/text.schemas.ts";
import { clubDate } from "../audit/day.schemas.ts";
import { isClubDate } from "../time.ts";
import { parseCents } from "../money.ts";

const day = () =>
  clubDate().refine((text) => !isClubDate(text) || (text >= "1950-01-01" && text <= "2200-12-31"), {
    error: "must be a day from 1950 to 2200",
  });

const number = (error: string) => z.int({ error }).positive(error).max(2_147_483_647, error).nullish();

const methodSentence = "must be cash, venmo, check or waived";
const amountSentence = "must be dollars such as 25 or 25.50";

/** Dollars as text: an amount that is a number already has lost its cents to someone's rounding. */
const amount = () =>
  z.string({ error: `${amountSentence}, as text` }).transform((text, context) => {
    try {
      return parseCents(text);
    } catch {
      context.issues.push({ code: "custom", input: text, message: amountSentence });
      return z.NEVER;
    }
  });

/** One payment of a file of dues. What is left out, null or blank says nothing; method and day are looked for apart. */
export const duesSaidSchema = z
  .strictObject({
    /** Its number where it comes from: tells two payments apart that are alike. */
    payment: number("must be a payment's number such as 12"),
    id: number("must be an angler's id such as 12"),
    /** Who pays: a name or alias, or an id or e-mail in its place. */
    name: line({ most: 254 }),
    email: emailAddress().nullish(),
    amount: amount().nullish(),
    method: z
      .string({ error: methodSentence })
      .toLowerCase()
      .pipe(z.enum(["cash", "venmo", "check", "waived"], { error: methodSentence }))
      .nullish(),
    paidOn: day().nullish(),
    year: z
      .int({ error: "must be a year such as 2026" })
      .min(1950, "must be 1950 or later")
      .max(2200, "must be 2200 or earlier")
      .nullish(),
    note: line({ most: 200 }).nullish(),
    coversFrom: day().nullish(),
    coversTo: day().nullish(),
    voidedOn: day().nullish(),
    voidReason: line({ most: 200 }).nullish(),
  })
  .superRefine(({ year, coversFrom, coversTo, voidedOn, voidReason, amount: cents }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (coversFrom && !coversTo) refuse("coversTo", "must stand beside the first day");
    if (coversTo && !coversFrom) refuse("coversFrom", "must stand beside the last day");
    if (coversFrom && coversTo && coversTo < coversFrom)
      refuse("coversTo", "must not be before the first day");
    if (coversTo && year && Number(coversTo.slice(0, 4)) !== year)
      refuse("year", "must be the year in which the days end that it covers");
    if (coversTo && cents === undefined) refuse("amount", "must be said where the days are said");
    if (voidedOn && !voidReason) refuse("voidReason", "must say why it was voided");
    if (voidReason && !voidedOn) refuse("voidedOn", "must be the day it was voided");
  });

export type DuesSaid = z.output<typeof duesSaidSchema>;
