import { z } from "zod";

const text = (most: number) =>
  z
    .string({ error: "must be a text" })
    .trim()
    .min(1, "must not be empty")
    .max(most, `must be at most ${most} characters`);
const reference = z.union([z.int(), text(120)], { error: "must name one" });

const ruled = {
  tournament: reference,
  /** Who decided, by name: the weighmaster who flipped, the president, the officers. */
  decidedBy: text(120),
};
const why = text(1_000);

const orderOfTied = {
  ...ruled,
  /** The tied, who came out ahead first; the last may be left out. Of a boat any one aboard. */
  order: z
    .array(reference, { error: "must list the tied, the first ahead" })
    .min(1, "must name who came out ahead")
    .readonly(),
  /** Left out: the tie that waits among them. */
  ranking: z.enum(["angler", "boat"], { error: 'must be "angler" or "boat"' }).optional(),
  reason: why.nullish(),
};

/** A decision the rules of a tournament leave to people. */
export const recordRulingSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("coin"), ...orderOfTied }),
    z.strictObject({ kind: z.literal("president"), ...orderOfTied }),
    z.strictObject({
      kind: z.literal("disqualification"),
      ...ruled,
      angler: reference,
      /** Left out: the boat where boats weigh common bags, else the angler. */
      whole: z.enum(["angler", "boat"], { error: 'must be "angler" or "boat"' }).optional(),
      reason: why,
    }),
    z.strictObject({
      kind: z.literal("grace"),
      ...ruled,
      angler: reference,
      reason: why.nullish(),
    }),
    z.strictObject({ kind: z.literal("override"), ...ruled, check: text(200), reason: why }),
  ],
  { error: 'must be "coin", "president", "disqualification", "grace" or "override"' },
);

/** An award that the officers decide. */
export const recordAwardSchema = z.strictObject({
  season: z.int({ error: "must be a year" }),
  /** As the rules call it. */
  title: text(80),
  angler: reference,
  decidedBy: text(120),
  reason: why.nullish(),
});

export type RecordRuling = z.output<typeof recordRulingSchema>;
export type TieRuling = Extract<RecordRuling, { kind: "coin" | "president" }>;
export type RecordAward = z.output<typeof recordAwardSchema>;
