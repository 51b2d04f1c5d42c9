import type { Row } from "./row-changes.rules.ts";

const fields = ["email", "phone", "joined_on"] as const;
const shownAs = { email: "email", phone: "phone", joined_on: "joinedOn" } as const;

/** A value of the one that is gone: taken over, or let go of because the kept person has their own. */
export interface ContactMerged {
  field: (typeof shownAs)[keyof typeof shownAs];
  value: string;
  taken: boolean;
}

/** The kept person, with what only the other record knew; of two first days the earlier. */
export function personMerged(kept: Row, gone: Row): Row {
  const days = [kept["joined_on"], gone["joined_on"]].filter((day) => day !== null).map(String);
  return {
    ...kept,
    email: kept["email"] ?? gone["email"],
    phone: kept["phone"] ?? gone["phone"],
    joined_on: days.toSorted()[0] ?? null,
  };
}

export function contactMerged(kept: Row, gone: Row): ContactMerged[] {
  const merged = personMerged(kept, gone);
  return fields.flatMap((field) => {
    const value = gone[field];
    if (typeof value !== "string" || value === kept[field]) return [];
    return [{ field: shownAs[field], value, taken: merged[field] === value }];
  });
}

/** The names of the one that is gone which the other does not go by. */
export function namesToKeep(kept: Row, gone: Row): string[] {
  const known = new Set([kept["name"], kept["public_name"]].map((name) => String(name).toLowerCase()));
  return [String(gone["name"]), String(gone["public_name"])].filter((name) => {
    const isNew = !known.has(name.toLowerCase());
    known.add(name.toLowerCase());
    return isNew;
  });
}
