import { z } from "zod";
import { clubDate, clubTime } from "../audit/day.schemas.ts";

/** What a person may switch off, as one. */
export const categories = ["dues", "events", "results", "news", "polls"] as const;
export type Category = (typeof categories)[number];

const cents = () => z.int();
const pollFacts = () => ({ poll: z.int(), title: z.string() });
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
  "event-restored": days().extend({
    event: z.string(),
    startsAt: clubTime().nullable(),
    reason: z.string().nullable(),
  }),
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
  "poll-opened": z.strictObject({ ...pollFacts(), description: z.string().nullable(), closesAt: z.string() }),
  "poll-closing-soon": z.strictObject({
    ...pollFacts(),
    description: z.string().nullable(),
    closesAt: z.string(),
  }),
  "poll-closed": z.strictObject({
    ...pollFacts(),
    /** A line for each question: `Lake: Lake Travis, 9 of 15 ballots`. */
    lines: z.array(z.string()),
    voted: z.int(),
    members: z.int(),
    tied: z.boolean(),
  }),
  "proxy-ballot": z.strictObject({
    ...pollFacts(),
    by: z.string(),
    choices: z.string(),
    closesAt: z.string(),
  }),
  "discord-code": z.strictObject({
    code: z.string(),
    /** What the account that asked is called; null where that is not known. */
    discordName: z.string().nullable(),
    /** An ISO instant: later it is not sent any more. */
    validUntil: z.string(),
  }),
  /** To the admins: what the bot could not say in the channel, and why. */
  "not-announced": z.strictObject({ what: z.string(), failure: z.string() }),
  news: z.strictObject({ slug: z.string(), title: z.string(), body: z.string() }),
} as const;

export type Purpose = keyof typeof factsSchemas;
export type FactsOf<P extends Purpose> = z.output<(typeof factsSchemas)[P]>;
export const purposes = Object.keys(factsSchemas) as Purpose[];

const angler = () => z.union([z.int(), z.string().trim().min(1, "must name an angler")]);
const category = () => z.enum(categories, { error: `must be one of ${categories.join(", ")}` });

export const setNoticePreferenceSchema = z.strictObject({
  angler: angler(),
  category: category(),
  wanted: z.boolean(),
});
export const listNoticePreferencesSchema = z.strictObject({ angler: angler() });

export const noticeStates = ["waiting", "sent", "failed", "withheld"] as const;

/** Which notices to list; what is left out does not matter. */
export const listNoticesSchema = z.strictObject({
  state: z.enum(noticeStates, { error: `must be one of ${noticeStates.join(", ")}` }).optional(),
  purpose: z.enum(purposes, { error: `must be one of ${purposes.join(", ")}` }).optional(),
  angler: angler().optional(),
  limit: z.int().min(1, "must be at least 1").max(10_000, "must be at most 10000").optional(),
});

/** One notice by its number, or all that failed. */
export const retryNoticesSchema = z.union([
  z.strictObject({ notice: z.int().min(1, "must be a notice's number") }),
  z.strictObject({ failed: z.literal("all") }),
]);

export type SetNoticePreference = z.output<typeof setNoticePreferenceSchema>;
export type ListNoticePreferences = z.output<typeof listNoticePreferencesSchema>;
export type ListNotices = z.output<typeof listNoticesSchema>;
export type RetryNotices = z.output<typeof retryNoticesSchema>;
