import { z } from "zod";
import { dollars, pounds, title, whole, word, yesNo } from "./decimal.schemas.ts";

const to = () => word("member", "anyone").default("member");

/** What the club gives at the year's end. */
export const awardSchema = z.discriminatedUnion(
  "by",
  [
    z.strictObject({
      title: title(),
      by: z.literal("standing"),
      /** How many places of the first race. */
      places: whole(1).default(1),
      /** Only those in their first season. */
      rookies: yesNo().default(false),
    }),
    z.strictObject({ title: title(), by: z.literal("big-bass"), over: pounds().default(0), to: to() }),
    z.strictObject({ title: title(), by: z.literal("heavy-stringer"), to: to() }),
    z.strictObject({ title: title(), by: z.literal("ruling") }),
  ],
  { error: 'must be an award by "standing", "big-bass", "heavy-stringer" or "ruling"' },
);

/** Dues, the year's schedule and how the club votes. */
export const clubSchema = z.strictObject({
  dues: z
    .strictObject({
      amount: dollars(),
      /** The month in which they are due, 1 is January. */
      month: month().default(1),
      /** A new member who pays from the first of this month on is covered through the next year; null: never. */
      newMembersCoverNextFrom: month().nullable().default(null),
    })
    .nullable()
    .default(null),
  schedule: z
    .strictObject({
      weekday: word("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
      week: z.union([z.literal([1, 2, 3, 4]), z.literal("last")], { error: 'must be 1, 2, 3, 4 or "last"' }),
      months: z.array(month()).min(1, "must name a month").default([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    })
    .nullable()
    .default(null),
  polls: z
    .strictObject({
      decision: word("plurality", "majority").default("plurality"),
      tie: word("president", "coin").default("coin"),
      /** Days a bylaw poll's text is posted before it opens. */
      bylawNoticeDays: whole(0).default(7),
    })
    .prefault({}),
});

export type Award = z.output<typeof awardSchema>;

function month() {
  return whole(1).refine((value) => value <= 12, { error: "must be a month, 1 to 12" });
}
