import { z } from "zod";

const reference = z.union([z.int(), z.string().trim().min(1)], { error: "must name a tournament" });
const text = (most: number) =>
  z
    .string({ error: "must be a text" })
    .trim()
    .min(1, "must not be empty")
    .max(most, `must be at most ${most} characters`);

export const makeProvisionalSchema = z.strictObject({
  tournament: reference,
  /** An ISO instant until which protests may come in. */
  protestDeadline: z.iso
    .datetime({ offset: true, error: "must be an instant such as 2026-03-22T20:00:00-05:00" })
    .nullish(),
});

export const makeOfficialSchema = z.strictObject({
  tournament: reference,
  /** Sets the order of the pot or the window for protests aside: a ruling. */
  override: z.strictObject({ decidedBy: text(120), reason: text(1_000) }).optional(),
});

export type MakeProvisional = z.output<typeof makeProvisionalSchema>;
export type MakeOfficial = z.output<typeof makeOfficialSchema>;
