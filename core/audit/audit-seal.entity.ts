import { defineEntity, p } from "@mikro-orm/core";

const sealsStay = `raise exception 'Seals of the audit log are never changed.'
  using errcode = 'restrict_violation', constraint = 'audit_seal_is_never_changed';`;

/** The hash over all audit records since the seal before it, chained to that one. */
const AuditSealSchema = defineEntity({
  name: "AuditSeal",
  tableName: "audit_seal",
  properties: {
    id: p.bigint("number").primary().generated("by default as identity"),
    at: p.datetime().defaultRaw("club_now()"),
    /** It speaks of the records after the last seal's, up to this one. */
    lastRecordId: p.bigint("number"),
    records: p.integer(),
    /** SHA-256, hexadecimal, over the hash before and the records in their order. */
    hash: p.text(),
  },
  uniques: [{ name: "one_audit_seal_per_record", properties: ["lastRecordId"] }],
  checks: [
    { name: "audit_seal_is_a_hash", expression: "hash ~ '^[0-9a-f]{64}$'" },
    { name: "audit_seal_holds_records", expression: "records >= 1" },
  ],
  triggers: [
    { name: "audit_seal_is_never_changed", timing: "before", events: ["update", "delete"], body: sealsStay },
  ],
});

export class AuditSeal extends AuditSealSchema.class {}
AuditSealSchema.setClass(AuditSeal);
