import type { Work } from "../work.ts";
import { AuditSeal } from "./audit-seal.entity.ts";
import type { RecordDigest } from "./seal.rules.ts";

/** The span of records behind one number and up to another; null: from the first on. */
export interface Span {
  after: number | null;
  upTo: number;
}

const batch = 10_000;
const first = -Number.MAX_SAFE_INTEGER;

export async function findLastSeal(work: Work): Promise<AuditSeal | null> {
  const [last] = await work.em.find(AuditSeal, {}, { orderBy: { lastRecordId: "desc" }, limit: 1 });
  return last ?? null;
}

/** All seals in the order of the chain. */
export const findSeals = (work: Work): Promise<AuditSeal[]> =>
  work.em.find(AuditSeal, {}, { orderBy: { lastRecordId: "asc" }, disableIdentityMap: true });

/** To the end of this work nobody else seals: each seal follows the one before it. */
export async function lockSeals(work: Work): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext('audit-seal'))");
}

/**
 * The newest record below which nothing will appear any more. Records get their numbers before they are committed: in
 * the moment in which the table is ours everyone who has one is done, and whoever comes later has a higher one. The
 * lock goes with the savepoint, so that nobody waits while the records are hashed.
 */
export async function findSettledHead(work: Work): Promise<number | null> {
  await work.em.execute("savepoint audit_head");
  await work.em.execute("set local lock_timeout = '1s'");
  await work.em.execute("lock table audit_record in share mode");
  const head = await findHead(work);
  await work.em.execute("rollback to savepoint audit_head");
  return head;
}

/** The newest record that can be seen. */
export async function findHead(work: Work): Promise<number | null> {
  const [row] = await work.em.execute<{ id: string }[]>(
    "select id from audit_record order by id desc limit 1",
  );
  return row === undefined ? null : Number(row.id);
}

/** How many records came behind a number; null: all. */
export async function countRecords(work: Work, { after }: Pick<Span, "after">): Promise<number> {
  const [row] = await work.em.execute<{ records: string }[]>(
    "select count(*) as records from audit_record where id > ?",
    [after ?? first],
  );
  return Number(row?.records);
}

/**
 * The digests of a span in the order of their numbers, some thousand at a time. What is hashed is the record as one
 * JSON array, as PostgreSQL writes jsonb: its columns in the order below, the time in UTC to the microsecond.
 */
export async function* digestRecords(work: Work, { after, upTo }: Span): AsyncGenerator<RecordDigest> {
  for (let last = after ?? first; ;) {
    const rows = await work.em.execute<{ id: string; digest: string }[]>(
      `with span as materialized (select id from audit_record where id > ? and id <= ? order by id limit ${batch})
       select id, encode(sha256(convert_to(jsonb_build_array(
                id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), verb, actor_kind, actor_name,
                actor_angler_id, channel, reason, subject, subject_id, action, before, after
              )::text, 'UTF8')), 'hex') as digest
       from span join audit_record using (id) order by id`,
      [last, upTo],
    );
    for (const { id, digest } of rows) yield { id: Number(id), digest };
    if (rows.length < batch) return;
    last = Number(rows.at(-1)!.id);
  }
}
