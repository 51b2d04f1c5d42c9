import { DateTime } from "luxon";
import { isOfficer } from "../actor.ts";
import { forbidden } from "../errors.ts";
import type { Work } from "../work.ts";
import { findForgedValues } from "./audit.queries.ts";
import type { VerifyAudit } from "./audit.schemas.ts";
import { walkChain } from "./chain.rules.ts";
import { digestRecords, findSeals } from "./seal.queries.ts";
import { type AuditHead, findAuditHead } from "./seal.service.ts";

/** Sealed records that are not as they were. */
export interface BrokenSeal {
  firstRecordId: number;
  lastRecordId: number;
  /** When they were sealed, in the club's zone. */
  sealedAt: string;
  sealed: number;
  found: number;
  what: "changed" | "removed" | "added";
}

/** What became of the log since it was sealed. */
export interface AuditVerified {
  seals: number;
  /** How many records the seals speak of. */
  records: number;
  head: AuditHead | null;
  broken: BrokenSeal[];
  /** Personal values beside the records that are not those that were recorded. */
  forged: { recordId: number; field: string }[];
  /** Where the head that was kept outside stands in the chain; null: none was given. */
  anchor: { found: true; at: string; lastRecordId: number } | { found: false } | null;
}

/**
 * Makes the whole chain again from the records and says where it differs: a sealed record that was changed, removed or
 * added. A chain whose end was cut off, or that was made anew as a whole, is found by a head that was kept outside
 * alone (`anchor`). What came after the last seal is protected by privileges only. Officers only.
 */
export async function verifyAudit(work: Work, { anchor }: VerifyAudit): Promise<AuditVerified> {
  if (!isOfficer(work.actor)) {
    throw forbidden("role-required", "Only officers verify the audit log. Ask an officer of the club.");
  }
  const seals = await findSeals(work);
  const walk = walkChain(seals);
  const upTo = seals.at(-1)?.lastRecordId;
  if (upTo !== undefined)
    for await (const record of digestRecords(work, { after: null, upTo })) walk.take(record);
  const broken = walk.finish();
  const when = (at: Date) => DateTime.fromJSDate(at, { zone: work.now.zone }).toISO() ?? "";
  const anchored = seals.find(({ hash }) => hash === anchor);
  const found = anchored && { at: when(anchored.at), lastRecordId: anchored.lastRecordId };
  return {
    seals: seals.length,
    records: seals.reduce((sum, { records }) => sum + records, 0),
    head: await findAuditHead(work),
    broken: broken.map(({ seal, firstRecordId, found, what }) => ({
      firstRecordId,
      lastRecordId: seal.lastRecordId,
      sealedAt: when(seal.at),
      sealed: seal.records,
      found,
      what,
    })),
    forged: await findForgedValues(work),
    anchor: anchor === undefined ? null : found ? { found: true, ...found } : { found: false },
  };
}
