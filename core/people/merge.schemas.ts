import { z } from "zod";

const reference = (what: string) => z.string({ error: what }).trim().min(1, what);

/** Two records of one person: the one that stays, and the one that is no more. */
export const mergeAnglersSchema = z.strictObject({
  keep: reference("must name whose record stays"),
  gone: reference("must name whose record goes"),
  /** The print of what a person was shown before saying yes. */
  agreed: z.string().optional(),
});

/** A merge to take back: its number, else the last one of a person. */
export const unmergeAnglersSchema = z
  .strictObject({
    reference: reference("must name a person").optional(),
    merge: z.int({ error: "must be the number of a merge" }).optional(),
  })
  .refine(({ reference: person, merge }) => person !== undefined || merge !== undefined, {
    path: ["angler"],
    error: "must name the person who was kept, or --merge its number",
  });

export type MergeAnglers = z.output<typeof mergeAnglersSchema>;
export type UnmergeAnglers = z.output<typeof unmergeAnglersSchema>;
