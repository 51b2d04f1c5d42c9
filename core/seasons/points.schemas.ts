import { z } from "zod";
import { points, signedPoints, word } from "./decimal.schemas.ts";

const offset = <const From extends readonly [string, ...string[]]>(...from: From) =>
  z.strictObject({
    from: word(...from),
    /** Points added to that value; below zero takes away. */
    add: signedPoints().default(0),
    /** The answer when there is nobody to start from; null: the value of first place, and `add`. */
    ifNone: points().nullable().default(null),
  });

const answerSentence = (words: string) =>
  `must be points, "by-place", or {"from": ${words}, "add": points, "ifNone": points}`;

/** What those without a fish get. It cannot start from itself. */
const noFishAnswer = z.union([points(), z.literal("by-place"), offset("last-with-fish", "last-place")], {
  error: answerSentence('"last-with-fish" or "last-place"'),
});

/** What the others who were not placed by a catch get; it may start from what no fish earns. */
const answer = () =>
  z.union([points(), z.literal("by-place"), offset("last-with-fish", "last-place", "no-fish")], {
    error: answerSentence('"last-with-fish", "last-place" or "no-fish"'),
  });

/** The value of each place: linear is a number and a step, a table is a list and a step. */
const placeSchema = z.strictObject({
  first: z
    .union([points(), z.array(points()).min(1), z.literal("field")], {
      error: 'must be the points of first place, a list for the first places, or "field"',
    })
    .refine(
      (first) => !Array.isArray(first) || first.every((value, at) => at === 0 || value <= first[at - 1]!),
      {
        error: "must not give a worse place more points",
      },
    ),
  /** Points less for each further place. */
  step: points().default(0),
  /** No place is worth less. */
  floor: points().default(0),
});

const each = () => points().default(0);

const bonusSchema = z.strictObject({
  /** The heaviest bass of the event; when several tie, all get it, or none. */
  bigBass: z
    .strictObject({ points: points(), tied: word("all", "none").default("all") })
    .nullable()
    .default(null),
  /** Each limit weighed. */
  limit: each(),
  win: each(),
  /** Leading after a day. */
  dayLead: each(),
  perFish: each(),
  perPound: z
    .strictObject({ points: points(), round: word("down", "nearest", "exact").default("down") })
    .nullable()
    .default(null),
  /** Each one who fished, oneself included. */
  perEntry: each(),
  /** Each one who fished and stands strictly behind. */
  perBeaten: each(),
  /** Having fished. */
  participation: each(),
  /** Having paid: buy-ins and the disqualified too. */
  feePaid: each(),
});

export const pointsSchema = z.strictObject({
  place: placeSchema.nullable().default(null),
  noFish: noFishAnswer.prefault("by-place"),
  /** null: not offered. */
  buyIn: answer().nullable().default(null),
  didNotFish: answer().prefault(0),
  disqualified: answer().prefault(0),
  /** What a disqualified contestant gets when the officers rule so; null: no such grace. */
  grace: answer().nullable().default(null),
  bonus: bonusSchema.prefault({}),
  /** Which points count where both the computed and the published exist. */
  official: word("computed", "published").default("computed"),
});

export type PointsRules = z.output<typeof pointsSchema>;
export type PlaceValues = z.output<typeof placeSchema>;
export type Answer = z.output<ReturnType<typeof answer>>;
