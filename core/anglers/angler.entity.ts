import { defineEntity, p } from "@mikro-orm/core";
import { invalid } from "../errors.ts";

/** Any person the club knows: guest, applicant, member or former. Never recognised by name. */
const AnglerSchema = defineEntity({
  name: "Angler",
  tableName: "angler",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    name: p.text(),
    /** What everyone may see. */
    publicName: p.text(),
    email: p.text().strictNullable(),
    /** E.164: `+15125550100`. */
    phone: p.text().strictNullable(),
    joinedOn: p.date().strictNullable(),
    /** Erased: the placeholder keeps the results and tells nothing. */
    erasedOn: p.date().strictNullable(),
  },
  uniques: [
    {
      name: "one_angler_per_email",
      expression: (columns, table, name) =>
        `create unique index "${name}" on ${table.name} (lower(${columns.email}))`,
    },
  ],
  indexes: [
    {
      name: "angler_by_public_name",
      expression: (columns, table, name) =>
        `create index "${name}" on ${table.name} (lower(${columns.publicName}), ${columns.id}) where ${columns.erasedOn} is null`,
    },
    {
      name: "angler_by_name",
      expression: (columns, table, name) =>
        `create index "${name}" on ${table.name} (lower(${columns.name}))`,
    },
  ],
  checks: [
    { name: "angler_name_is_filled_in", expression: "name ~ '\\S'" },
    { name: "angler_public_name_is_filled_in", expression: "public_name ~ '\\S'" },
    { name: "email_has_an_at_sign", expression: "email ~ '^[^@[:space:]]+@[^@[:space:]]+$'" },
    { name: "phone_is_international", expression: "phone ~ '^[+][1-9][0-9]{6,14}$'" },
    {
      name: "erased_angler_tells_nothing",
      expression: "erased_on is null or (email is null and phone is null)",
    },
  ],
});

export class Angler extends AnglerSchema.class {
  /** A new name; the public name follows where it was the same. */
  rename(name: string): void {
    const filled = name.trim();
    if (filled === "")
      throw invalid("angler-name-is-filled-in", "The name is empty. Give the angler a name.");
    if (this.publicName === this.name) this.publicName = filled;
    this.name = filled;
  }

  /** Nothing personal is left, and a placeholder keeps the results. */
  erase({ placeholder, on }: { placeholder: string; on: string }): void {
    this.name = placeholder;
    this.publicName = placeholder;
    this.email = null;
    this.phone = null;
    this.joinedOn = null;
    this.erasedOn = on;
  }
}
AnglerSchema.setClass(Angler);
