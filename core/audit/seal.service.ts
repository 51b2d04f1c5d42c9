import { DateTime } from "luxon";
import { authorize, isOfficer } from "../actor.ts";
import { forbidden } from "../errors.ts";
import type { Work } from "../work.ts";
import { AuditSeal } from "./audit-seal.entity.ts";
import { countRecords, digestRecords, findLastSeal, findSettledHead, lockSeals } from "./seal.queries.ts";
import { addRecord, closeLink, openLink } from "./seal.rules.ts";

/** The end of the chain: what to keep outside, since a chain that was cut short is found by nothing else. */
export interface AuditHead {
  hash: string;
  /** When it was sealed, in the club's zone. */
  at: string;
  lastRecordId: number;
  /** Records that came after it, which privileges alone protect. */
  unsealed: number;
}

const usual = 60;

interface Sealing {
  /** How old the last seal must be, in minutes; 60 when not said, 0 seals whatever is there. */
  minutes?: number;
}

/**
 * Appends to the chain the hash over all audit records since the last seal; nothing where there is none, or the last
 * seal is younger than an hour. Busy while somebody's changes are still on their way: the next run does it.
 */
export async function sealAudit(work: Work, { minutes = usual }: Sealing): Promise<{ sealed: number }> {
  authorize(work, "sealAudit", { roles: [] });
  await lockSeals(work);
  const last = await findLastSeal(work);
  if (last !== null && last.at > work.now.minus({ minutes }).toJSDate()) return { sealed: 0 };
  const head = await findSettledHead(work);
  return { sealed: head === null ? 0 : await appendSeal(work, { last, head }) };
}

/** Seals what came after the last seal up to a record; how many that were. */
export async function appendSeal(
  work: Work,
  { last, head }: { last: AuditSeal | null; head: number },
): Promise<number> {
  authorize(work, "appendSeal", { roles: [] });
  const link = openLink(last?.hash ?? null);
  const span = { after: last?.lastRecordId ?? null, upTo: head };
  for await (const record of digestRecords(work, span)) addRecord(link, record);
  if (link.records === 0) return 0;
  work.em.create(AuditSeal, { lastRecordId: head, records: link.records, hash: closeLink(link) });
  await work.em.flush();
  return link.records;
}

/** The head of the chain for whoever keeps it outside; null before the first seal. Officers only. */
export async function findAuditHead(work: Work): Promise<AuditHead | null> {
  if (!isOfficer(work.actor)) {
    throw forbidden("role-required", "Only officers see the seals of the audit log. Ask an officer.");
  }
  const last = await findLastSeal(work);
  if (last === null) return null;
  const { hash, lastRecordId } = last;
  const at = DateTime.fromJSDate(last.at, { zone: work.now.zone }).toISO() ?? "";
  return { hash, at, lastRecordId, unsealed: await countRecords(work, { after: lastRecordId }) };
}
