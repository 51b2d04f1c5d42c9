import { z } from "zod";
import { clubDate, clubTime } from "../audit/day.schemas.ts";
import { factsSchemas } from "./notices.schemas.ts";

/** Where and when a tournament is fished, as far as it is known. */
const held = () =>
  z.strictObject({
    lake: z.string().nullable(),
    ramp: z.string().nullable(),
    firstCast: clubTime().nullable(),
    weighIn: clubTime().nullable(),
  });

/** What the club says in a channel, by purpose: facts of the moment, so that a later change does not alter it. */
export const announcementSchemas = {
  "poll-closing-soon": z.strictObject({
    poll: z.int(),
    title: z.string(),
    closesAt: z.string(),
    /** How many have not voted yet; never who. */
    silent: z.int(),
  }),
  "tournament-changed": z.strictObject({
    /** `2026-03` */
    tournament: z.string(),
    name: z.string(),
    firstDay: clubDate(),
    lastDay: clubDate(),
    before: held(),
    after: held(),
  }),
  "event-cancelled": factsSchemas["event-cancelled"],
  "event-restored": factsSchemas["event-restored"],
  "event-moved": factsSchemas["event-moved"],
  "results-official": factsSchemas["results-official"],
  news: factsSchemas.news,
} as const;

/** What is to be said, of each purpose with its facts. */
export type Saying = {
  [P in AnnouncementPurpose]: { purpose: P; facts: AnnouncementFacts<P> };
}[AnnouncementPurpose];

export type AnnouncementPurpose = keyof typeof announcementSchemas;
export type AnnouncementFacts<P extends AnnouncementPurpose> = z.output<(typeof announcementSchemas)[P]>;
