import type { Work } from "../work.ts";
import { AuditPersonal } from "./audit-personal.entity.ts";
import { AuditRecord } from "./audit-record.entity.ts";

interface Wanted {
  limit: number;
  verb?: string | undefined;
  subject?: string | undefined;
  subjectId?: string | undefined;
  since: Date | null;
}

/** The newest records that fit, newest first. */
export function findAuditRecords(
  work: Work,
  { limit, verb, subject, subjectId, since }: Wanted,
): Promise<AuditRecord[]> {
  const where = {
    ...(verb !== undefined && { verb }),
    ...(subject !== undefined && { subject }),
    ...(subjectId !== undefined && { subjectId }),
    ...(since !== null && { at: { $gte: since } }),
  };
  return work.em.find(AuditRecord, where, { orderBy: { id: "desc" }, limit });
}

/** The personal values beside these records that are still kept. */
export async function findPersonalValues(
  work: Work,
  { records }: { records: AuditRecord[] },
): Promise<Map<number, AuditPersonal[]>> {
  const found = await work.em.find(AuditPersonal, { record: { $in: records.map(({ id }) => id) } });
  return Map.groupBy(found, ({ record }) => record.id);
}
