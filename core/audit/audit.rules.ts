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
  dues_payment: ["recordedByName"],
  entry_payment: ["recordedByName"],
  ruling: ["recordedByName", "decidedBy", "outcome"],
  pot_movement: ["recordedByName"],
  page_revision: ["savedByName"],
  ballot: ["castByName"],
  option: ["label"],
  discord_link: ["account"],
};

/** Of what is not always personal: a candidate's label, and the check that was set aside, which names people. */
function isPersonal(field: string, values: Record<string, unknown>): boolean {
  const { [field]: value, angler } = values;
  if (field === "label") return typeof angler === "number";
  if (field !== "outcome") return typeof value === "string";
  return /"check":/.test(textOf(value));
}

/** Replaces personal values by their salted hash and sets them beside the record. */
export function conceal(change: Change): AuditDraft {
  const personal: PersonalValue[] = [];
  const fields = personalFields[change.table] ?? [];
  const hide = (side: "before" | "after"): Record<string, unknown> | null => {
    const values = change[side];
    if (values === null) return null;
    return Object.fromEntries(
      Object.entries(values).map(([field, value]: [string, unknown]) => {
        if (!fields.includes(field) || !isPersonal(field, { ...values })) return [field, value];
        const { hash, ...kept } = concealed(textOf(value));
        personal.push({ field: `${side}.${field}`, ...kept });
        return [field, hash];
      }),
    );
  };
  return { ...change, before: hide("before"), after: hide("after"), personal };
}

/** The salted hash that stands for a value in a record, and what is kept beside it. */
export function concealed(value: string): { hash: string; salt: string; value: string } {
  const salt = randomBytes(16).toString("hex");
  return { hash: `hash:${hashPersonal(salt, value)}`, salt, value };
}

/** Who did it, by the name they had then: `(erased)` once the person is. Every officer may know. */
export function revealActor(name: string, personal: readonly PersonalValue[]): string {
  if (!name.startsWith("hash:")) return name;
  const kept = personal.find(({ field }) => field === "actor");
  if (kept === undefined) return "(erased)";
  return name === `hash:${hashPersonal(kept.salt, kept.value)}` ? kept.value : "(forged)";
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
      fields.includes(field) && typeof value === "string" && value.startsWith("hash:")
        ? tell(field, value)
        : value,
    ]),
  );
}

/** What is kept as JSON is told as the text of it. */
const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

export const hashPersonal = (salt: string, value: string): string =>
  createHash("sha256").update(salt).update(value).digest("hex");
