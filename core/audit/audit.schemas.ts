import { z } from "zod";
import { clubDate } from "./day.schemas.ts";

const most = 1_000;

/** Which audit records to show. */
export const listAuditSchema = z.strictObject({
  limit: z
    .int({ error: `must be a whole number from 1 to ${most}` })
    .min(1, `must be at least 1`)
    .max(most, `must be at most ${most}`)
    .optional(),
  /** Who did it: the name that stands in the record, or an angler's id. */
  who: word(),
  /** What was done: `addMember`. */
  verb: word(),
  /** The table: `angler`. */
  subject: word(),
  /** The row's key in it. */
  subjectId: word(),
  /** From this day on. */
  since: clubDate().optional(),
  /** Up to this day, which is in it. */
  until: clubDate().optional(),
});

/** Which record to show. */
export const showAuditSchema = z.strictObject({
  id: z.int({ error: "must be a record's number, such as 120" }).min(1, "must be at least 1"),
});

/** Whether the log is as it was, and whether a head that was kept outside is in it. */
export const verifyAuditSchema = z.strictObject({
  anchor: z
    .string({ error: "must be a text" })
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, "must be the 64 letters and digits that sabc audit verify tells")
    .optional(),
});

export type ShowAudit = z.output<typeof showAuditSchema>;
export type VerifyAudit = z.output<typeof verifyAuditSchema>;
export type ListAudit = z.output<typeof listAuditSchema>;

function word() {
  return z.string({ error: "must be a text" }).trim().min(1, "must not be empty").max(80).optional();
}
