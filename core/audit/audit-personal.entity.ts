import { defineEntity, p } from "@mikro-orm/core";
import { AuditRecord } from "./audit-record.entity.ts";

/**
 * A personal value of an audit record and the salt of the hash the record holds instead. Deleted when the person is
 * erased: the hash then tells nothing, and the records are as they were.
 */
const AuditPersonalSchema = defineEntity({
  name: "AuditPersonal",
  tableName: "audit_personal",
  properties: {
    id: p.bigint("number").primary().generated("by default as identity"),
    record: () =>
      p.manyToOne(AuditRecord).foreignKeyName("audit_personal_of_a_record").deleteRule("restrict"),
    /** `before.email`, `after.name`. */
    field: p.text(),
    value: p.text(),
    salt: p.text(),
  },
  uniques: [{ name: "one_personal_value_per_field", properties: ["record", "field"] }],
});

export class AuditPersonal extends AuditPersonalSchema.class {}
AuditPersonalSchema.setClass(AuditPersonal);
