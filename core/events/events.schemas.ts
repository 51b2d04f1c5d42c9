import { z } from "zod";
import { line, paragraphs } from "../anglers/text.schemas.ts";
import { clubDate, clubTime } from "../audit/day.schemas.ts";
import { seasonYear } from "../seasons/seasons.schemas.ts";

const details = {
  name: line({ most: 80 }),
  firstDay: clubDate(),
  /** The same as the first day where none is given. */
  lastDay: clubDate().optional(),
  startsAt: clubTime().nullish(),
  endsAt: clubTime().nullish(),
  description: paragraphs({ most: 4_000 }).nullish(),
};

const kindSentence = "must be meeting, holiday or other; a tournament is added to its season";

/** Something new on the calendar that is no tournament. */
export const addEventSchema = z
  .strictObject({ kind: z.enum(["meeting", "holiday", "other"], { error: kindSentence }), ...details })
  .refine(({ firstDay, lastDay }) => lastDay === undefined || firstDay <= lastDay, {
    error: "must not be before the first day",
    path: ["lastDay"],
  });

/** What of the calendar to list: a year, or from a day to a day. */
export const listEventsSchema = z.strictObject({
  year: seasonYear().optional(),
  from: clubDate().optional(),
  to: clubDate().optional(),
});

export type AddEvent = z.output<typeof addEventSchema>;
export type ListEvents = z.output<typeof listEventsSchema>;
