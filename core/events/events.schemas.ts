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

/** How people name an event: its id, its day, its name, `next`, or a tournament's number such as 2026-03. */
const reference = z.union([z.int(), z.string().trim().min(1, "must name an event")], {
  error: "must name an event: its id, day or name",
});
const why = line({ most: 200 });

/** Another day, for one that is told to everybody. Without a last day it lasts as long as before. */
export const moveEventSchema = z
  .strictObject({
    event: reference,
    to: clubDate(),
    lastDay: clubDate().optional(),
    /** Of a tournament its first cast. */
    startsAt: clubTime().nullish(),
    /** Of a tournament its weigh-in. */
    endsAt: clubTime().nullish(),
    reason: why.optional(),
  })
  .refine(({ to, lastDay }) => lastDay === undefined || to <= lastDay, {
    error: "must not be before the day it moves to",
    path: ["lastDay"],
  });

/** The reason is told to everybody and stands in the calendar. */
export const cancelEventSchema = z.strictObject({ event: reference, reason: why });

/** The reason is told to everybody. */
export const restoreEventSchema = z.strictObject({ event: reference, reason: why.optional() });

/** What is not named stays; null takes a time or the description away. */
export const editEventSchema = z.strictObject({
  event: reference,
  name: details.name.optional(),
  startsAt: details.startsAt,
  endsAt: details.endsAt,
  description: details.description,
  /** Needed for an official tournament. */
  reason: why.optional(),
});

export type MoveEvent = z.output<typeof moveEventSchema>;
export type CancelEvent = z.output<typeof cancelEventSchema>;
export type RestoreEvent = z.output<typeof restoreEventSchema>;
export type EditEvent = z.output<typeof editEventSchema>;
export type AddEvent = z.output<typeof addEventSchema>;
export type ListEvents = z.output<typeof listEventsSchema>;
