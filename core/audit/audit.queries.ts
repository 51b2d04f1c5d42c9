import type { Work } from "../work.ts";
import { AuditPersonal } from "./audit-personal.entity.ts";
import { AuditRecord } from "./audit-record.entity.ts";

interface Wanted {
  limit: number;
  /** Whoever has this id or goes by this name, in any case. */
  who?: { anglerId: number | null; name: string } | undefined;
  verb?: string | undefined;
  subject?: string | undefined;
  subjectId?: string | undefined;
  since: Date | null;
  /** Before this instant. */
  until: Date | null;
}

/** The newest records that fit, newest first. */
export async function findAuditRecords(
  work: Work,
  { limit, who, verb, subject, subjectId, since, until }: Wanted,
): Promise<AuditRecord[]> {
  const pattern = who?.name.replaceAll(/[\\%_]/g, String.raw`\$&`) ?? "";
  const anglers = who ? await findAnglersWhoActed(work, { pattern }) : [];
  const named = who && [{ actorName: { $ilike: pattern } }, { actorAnglerId: { $in: anglers } }];
  const where = {
    ...(named && { $or: who.anglerId === null ? named : [...named, { actorAnglerId: who.anglerId }] }),
    ...(verb !== undefined && { verb }),
    ...(subject !== undefined && { subject }),
    ...(subjectId !== undefined && { subjectId }),
    ...((since !== null || until !== null) && {
      at: { ...(since !== null && { $gte: since }), ...(until !== null && { $lt: until }) },
    }),
  };
  return work.em.find(AuditRecord, where, { orderBy: { id: "desc" }, limit });
}

/** Anglers who did something under this name: their records hold its hash. */
async function findAnglersWhoActed(work: Work, { pattern }: { pattern: string }): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    `select distinct record.actor_angler_id as id from audit_personal personal
     join audit_record record on record.id = personal.record_id
     where personal.field = 'actor' and personal.value ilike ?`,
    [pattern],
  );
  return rows.map(({ id }) => id);
}

/** The personal values beside these records that are still kept. */
export async function findPersonalValues(
  work: Work,
  { records }: { records: AuditRecord[] },
): Promise<Map<number, AuditPersonal[]>> {
  const found = await work.em.find(AuditPersonal, { record: { $in: records.map(({ id }) => id) } });
  return Map.groupBy(found, ({ record }) => record.id);
}

/** One record; null where there is none of that number. */
export const findAuditRecord = (work: Work, { id }: { id: number }): Promise<AuditRecord | null> =>
  work.em.findOne(AuditRecord, { id });

const mostForged = 100;

/** Personal values that do not fit the hash their record holds; a hundred at most. */
export function findForgedValues(work: Work): Promise<{ recordId: number; field: string }[]> {
  return work.em.execute<{ recordId: number; field: string }[]>(
    `select personal.record_id::float8 as "recordId", personal.field
     from audit_personal personal join audit_record record on record.id = personal.record_id
     where 'hash:' || encode(sha256(convert_to(personal.salt || personal.value, 'UTF8')), 'hex') is distinct from
       case split_part(personal.field, '.', 1)
         when 'before' then record.before ->> substr(personal.field, 8)
         when 'after' then record.after ->> substr(personal.field, 7)
         else record.actor_name
       end
     order by personal.record_id, personal.field limit ${mostForged}`,
  );
}
