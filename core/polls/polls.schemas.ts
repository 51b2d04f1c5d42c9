import { z } from "zod";
import { line, paragraphs } from "../anglers/text.schemas.ts";
import { clubDate, clubTime } from "../audit/day.schemas.ts";

const reference = (what: string) =>
  z
    .string({ error: `must name ${what}` })
    .trim()
    .min(1, `must name ${what}`);
const moment = () => z.strictObject({ day: clubDate(), time: clubTime() });
const title = () => line({ most: 120 });
const about = () => paragraphs({ most: 20_000 });
const reason = () => line({ most: 200 });
const id = () => z.int().positive();

const hours = z.strictObject({ firstCast: clubTime(), weighIn: clubTime() });

/** When it opens and closes on the club's clock, and how it is counted; left out: the club's rules and habits. */
const manner = {
  description: about().optional(),
  opens: moment().optional(),
  closes: moment().optional(),
  decision: z.enum(["plurality", "majority"]).optional(),
  totals: z.enum(["after-close", "live"]).optional(),
};

export const createPollSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("location"),
      ...manner,
      title: title().optional(),
      tournament: reference("a tournament"),
      /** Lakes by key or name, each with the ramps to choose from; left out: all its ramps in use. */
      lakes: z
        .array(z.strictObject({ lake: reference("a lake"), ramps: z.array(reference("a ramp")).optional() }))
        .min(1, "must offer a lake"),
      hours: z.array(hours).default([]),
    }),
    z.strictObject({
      kind: z.literal("choice"),
      ...manner,
      title: title(),
      secret: z.boolean().optional(),
      options: z
        .array(line({ most: 80 }))
        .min(2, "must offer two options or more")
        .max(25),
    }),
    z.strictObject({
      kind: z.literal("yes-no"),
      ...manner,
      title: title(),
      secret: z.boolean().optional(),
      /** A vote on the text in `description`, posted the days before that the rules name. */
      bylaw: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal("election"),
      ...manner,
      title: title().optional(),
      secret: z.boolean().optional(),
      year: z.int().min(1950).max(2200),
      offices: z
        .array(
          z.strictObject({
            office: line({ most: 60 }),
            candidates: z.array(reference("an angler")).min(1, "must have a candidate").max(25),
          }),
        )
        .min(1, "must have an office")
        .max(10),
    }),
  ],
  { error: "must be location, choice, yes-no or election" },
);

export const editPollSchema = z.strictObject({
  poll: reference("a poll"),
  title: title().optional(),
  description: about().optional(),
  opens: moment().optional(),
  closes: moment().optional(),
});

export const castVoteSchema = z.strictObject({
  poll: reference("a poll"),
  /** An option says by itself which question it answers. */
  choices: z.array(z.strictObject({ question: id().optional(), option: id() })).max(25),
  /** The press or form it came by: the same one again changes nothing. */
  request: z.string().min(1).max(100).optional(),
  /** When it was pressed, an ISO instant; counts where it is at most five seconds past. */
  clickedAt: z.iso.datetime({ offset: true }).optional(),
});

/** A proxy's choices are options by id or by what they are called. */
export const castProxySchema = z.strictObject({
  poll: reference("a poll"),
  member: reference("a member"),
  options: z
    .array(line({ most: 80 }))
    .min(1, "must choose something")
    .max(25),
  reason: reason(),
  request: z.string().min(1).max(100).optional(),
});

export const withdrawProxySchema = z.strictObject({
  poll: reference("a poll"),
  member: reference("a member"),
  reason: reason(),
});

export const pollReferenceSchema = z.strictObject({ poll: reference("a poll") });
export const withdrawVoteSchema = z.strictObject({
  poll: reference("a poll"),
  request: z.string().min(1).max(100).optional(),
  clickedAt: z.iso.datetime({ offset: true }).optional(),
});
export const cancelPollSchema = z.strictObject({ poll: reference("a poll"), reason: reason() });
export const reopenPollSchema = z.strictObject({
  poll: reference("a poll"),
  closes: moment(),
  reason: reason(),
});
export const decidePollSchema = z.strictObject({
  poll: reference("a poll"),
  /** By id, or by what it is called. */
  option: z.union([id(), reference("an option")]),
  decidedBy: line({ most: 80 }),
  reason: reason().optional(),
});

export type CreatePoll = z.output<typeof createPollSchema>;
export type EditPoll = z.output<typeof editPollSchema>;
export type CastVote = z.output<typeof castVoteSchema>;
export type CastProxy = z.output<typeof castProxySchema>;
export type WithdrawProxy = z.output<typeof withdrawProxySchema>;
export type WithdrawVote = z.output<typeof withdrawVoteSchema>;
export type CancelPoll = z.output<typeof cancelPollSchema>;
export type ReopenPoll = z.output<typeof reopenPollSchema>;
export type DecidePoll = z.output<typeof decidePollSchema>;
