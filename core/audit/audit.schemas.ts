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
  /** What was done: `addMember`. */
  verb: word(),
  /** The table: `angler`. */
  subject: word(),
  /** The row's key in it. */
  subjectId: word(),
  since: clubDate().optional(),
});

export type ListAudit = z.output<typeof listAuditSchema>;

function word() {
  return z.string({ error: "must be a text" }).trim().min(1, "must not be empty").max(80).optional();
}
