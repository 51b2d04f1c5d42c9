import { createHash, randomBytes } from "node:crypto";

/** One row that was made, changed or removed: its table, its id, and the values that differ. */
export interface Change {
  table: string;
  id: string;
  action: "create" | "update" | "delete";
  before: object | null;
  after: object | null;
}

interface PersonalValue {
  field: string;
  salt: string;
  value: string;
}

export interface AuditDraft extends Change {
  personal: PersonalValue[];
}

/** What names or reaches a person, by table. A person may ask to be erased; the record of what happened stays. */
const personalFields: Record<string, readonly string[]> = {
  angler: ["name", "email", "phone", "publicName"],
  angler_alias: ["name"],
};

/** Replaces personal values by their salted hash and sets them beside the record. */
export function conceal(change: Change): AuditDraft {
  const personal: PersonalValue[] = [];
  const fields = personalFields[change.table] ?? [];
  const hide = (side: "before" | "after"): Record<string, unknown> | null => {
    const values = change[side];
    if (values === null) return null;
    return Object.fromEntries(
      Object.entries(values).map(([field, value]) => {
        if (!fields.includes(field) || typeof value !== "string") return [field, value];
        const salt = randomBytes(16).toString("hex");
        personal.push({ field: `${side}.${field}`, salt, value });
        return [field, `hash:${hashPersonal(salt, value)}`];
      }),
    );
  };
  return { ...change, before: hide("before"), after: hide("after"), personal };
}

interface Concealed {
  table: string;
  side: "before" | "after";
  values: Record<string, unknown> | null;
  /** What is still kept beside the record; null for a reader who may not see persons. */
  personal: PersonalValue[] | null;
}

/** One side of a record with its personal values set back, as far as they are kept and fit their hash. */
export function reveal({ table, side, values, personal }: Concealed): Record<string, unknown> | null {
  if (values === null) return null;
  const fields = personalFields[table] ?? [];
  const tell = (field: string, hash: string): string => {
    if (personal === null) return "(personal)";
    const kept = personal.find((one) => one.field === `${side}.${field}`);
    if (kept === undefined) return "(erased)";
    return hash === `hash:${hashPersonal(kept.salt, kept.value)}` ? kept.value : "(forged)";
  };
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      fields.includes(field) && typeof value === "string" ? tell(field, value) : value,
    ]),
  );
}

export const hashPersonal = (salt: string, value: string): string =>
  createHash("sha256").update(salt).update(value).digest("hex");
