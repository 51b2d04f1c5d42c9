import { z } from "zod";
import { line, paragraphs } from "../anglers/text.schemas.ts";
import { clubTime } from "../audit/day.schemas.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { isClubDate } from "../time.ts";

const day = z
  .string({ error: "must be a day" })
  .refine(isClubDate, { error: "must be a day that exists, such as 2026-03-22" });
const time = clubTime();
const text = (most: number) =>
  z
    .string({ error: "must be a text" })
    .trim()
    .min(1, "must not be empty")
    .max(most, `must be at most ${most} characters`);

/** A tournament as an officer plans it. Lake and ramp by key or name; what is not known yet is left out. */
export const newTournamentSchema = z
  .strictObject({
    name: line({ most: 120 }),
    firstDay: day,
    /** As the first where it is left out. */
    lastDay: day.optional(),
    lake: text(120).nullish(),
    ramp: text(120).nullish(),
    firstCast: time.nullish(),
    weighIn: time.nullish(),
    description: paragraphs({ most: 5_000 }).nullish(),
    /** What the event says otherwise than its season, as people write it. */
    changes: eventChangesSchema.optional(),
  })
  .refine(({ firstDay, lastDay }) => lastDay === undefined || firstDay <= lastDay, {
    path: ["lastDay"],
    error: "must not be before the first day",
  })
  .refine(({ lake, ramp }) => !ramp || lake, { path: ["ramp"], error: "needs its lake" });

export const addTournamentSchema = newTournamentSchema.safeExtend({
  year: z.int({ error: "must be a year" }),
});

const why = line({ most: 200 });
const reference = z.union([z.int(), z.string().trim().min(1)], { error: "must name a tournament" });

/** What changes of a tournament; what is not named stays, null takes it away. Another lake takes the ramp away. */
export const editTournamentSchema = z.strictObject({
  tournament: reference,
  name: line({ most: 120 }).optional(),
  description: paragraphs({ most: 5_000 }).nullish(),
  lake: text(120).nullish(),
  ramp: text(120).nullish(),
  firstCast: time.nullish(),
  weighIn: time.nullish(),
  /** An ISO instant until which protests may come in, while it is provisional. */
  protestDeadline: z.iso
    .datetime({ offset: true, error: "must be an instant such as 2026-03-22T20:00:00-05:00" })
    .nullish(),
  /** All that the event says otherwise than its season, as people write it; what is not in it is the season's. */
  changes: eventChangesSchema.optional(),
  /** Needed for an official one. */
  reason: why.optional(),
});

/** The reason is told to everybody and stands in the calendar. */
export const cancelTournamentSchema = z.strictObject({ tournament: reference, reason: why });

/** The reason is told to everybody. */
export const restoreTournamentSchema = z.strictObject({ tournament: reference, reason: why.optional() });

export type RestoreTournament = z.output<typeof restoreTournamentSchema>;
export type EditTournament = z.output<typeof editTournamentSchema>;
export type NewTournament = z.output<typeof newTournamentSchema>;
