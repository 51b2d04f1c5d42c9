import { defineEntity, p } from "@mikro-orm/core";
import type { Actor, Channel } from "../actor.ts";

export type AuditAction = "create" | "update" | "delete";

const appendOnly = `raise exception 'Audit records are never changed.'
  using errcode = 'restrict_violation', constraint = 'audit_record_is_never_changed';`;

/**
 * One changed row, by whom and why. Never changed or deleted; it holds ids without foreign keys, so that it outlives
 * what it speaks of. Personal values stand in audit_personal, here only their salted hash.
 */
const AuditRecordSchema = defineEntity({
  name: "AuditRecord",
  tableName: "audit_record",
  properties: {
    id: p.bigint("number").primary().generated("by default as identity"),
    at: p.datetime().defaultRaw("club_now()"),
    verb: p.text(),
    actorKind: p.text().$type<Actor["kind"]>(),
    actorName: p.text(),
    actorAnglerId: p.integer().strictNullable(),
    channel: p.text().$type<Channel>(),
    reason: p.text().strictNullable(),
    /** The table and the key of the row that changed. */
    subject: p.text(),
    subjectId: p.text(),
    action: p.text().$type<AuditAction>(),
    before: p.json<Record<string, unknown>>().strictNullable().default(null),
    after: p.json<Record<string, unknown>>().strictNullable().default(null),
  },
  indexes: [
    { name: "audit_record_by_time", properties: ["at"] },
    { name: "audit_record_by_subject", properties: ["subject", "subjectId"] },
    { name: "audit_record_by_actor", properties: ["actorAnglerId"] },
  ],
  checks: [{ name: "audit_action_is_known", expression: "action in ('create', 'update', 'delete')" }],
  triggers: [
    {
      name: "audit_record_is_never_changed",
      timing: "before",
      events: ["update", "delete"],
      body: appendOnly,
    },
  ],
});

export class AuditRecord extends AuditRecordSchema.class {}
AuditRecordSchema.setClass(AuditRecord);
