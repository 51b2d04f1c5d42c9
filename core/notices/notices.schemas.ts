import { z } from "zod";
import { clubDate, clubTime } from "../audit/day.schemas.ts";

const cents = () => z.int();
const days = () => z.strictObject({ firstDay: clubDate(), lastDay: clubDate() });

/** What the mail of each purpose says: facts of the moment it was made, so that a later change does not alter it. */
export const factsSchemas = {
  "dues-receipt": z.strictObject({
    payment: z.int(),
    cents: cents(),
    method: z.enum(["cash", "venmo", "check", "waived"]),
    paidOn: clubDate(),
    coversFrom: clubDate(),
    coversTo: clubDate(),
  }),
  "dues-reminder": z.strictObject({
    year: z.int(),
    cents: cents(),
    /** Null for who never paid. */
    paidThrough: clubDate().nullable(),
  }),
  "event-cancelled": days().extend({ event: z.string(), reason: z.string() }),
  "event-moved": z.strictObject({
    event: z.string(),
    from: days(),
    to: days(),
    startsAt: clubTime().nullable(),
    reason: z.string().nullable(),
  }),
  "results-official": z.strictObject({
    /** `2026-03` */
    tournament: z.string(),
    name: z.string(),
    firstDay: clubDate(),
    /** The first three, as the site shows them; a weight as `14.95 lb`. */
    podium: z.array(z.strictObject({ place: z.number(), crew: z.string(), weight: z.string() })),
    bigBass: z.strictObject({ crew: z.string(), weight: z.string() }).nullable(),
  }),
  "member-approved": z.strictObject({ from: clubDate() }),
  news: z.strictObject({ slug: z.string(), title: z.string(), body: z.string() }),
} as const;

export type Purpose = keyof typeof factsSchemas;
export type FactsOf<P extends Purpose> = z.output<(typeof factsSchemas)[P]>;
export const purposes = Object.keys(factsSchemas) as Purpose[];
