import type { AuditShown } from "#core/audit/audit-trail.service.ts";
import { printMoney } from "#core/money.ts";
import { printPoints } from "#core/points.ts";
import { printWeight } from "#core/weight.ts";
import { onClock } from "./exact.ts";

// What the record tells elsewhere: which row it is, when, and through whom.
const untold = new Set([
  "id",
  "at",
  "recordedBy",
  "recordedByKind",
  "recordedByName",
  "recordedByAnglerId",
  "subject",
  "subjectId",
]);

/** How whole numbers of the core are told: weights, money and points. */
const printers: Record<string, (value: number) => string> = {
  gross: printWeight,
  net: printWeight,
  bigBass: printWeight,
  otherPenalty: printWeight,
  cents: printMoney,
  payout: printMoney,
  points: printPoints,
  publishedPoints: printPoints,
};

/** `makeOfficial` as a person says it: `make official`; a table's name likewise. */
export const inWords = (name: string): string =>
  name.replaceAll("_", " ").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

type Change = Pick<AuditShown, "before" | "after" | "reason">;

/** `name: Ann → Anna` for the fields that differ; of something new or gone what it held. */
export function tellChange(change: Change): string {
  return tellFields(change)
    .map(({ field, before, after }) => ({ field, before: shortened(before), after: shortened(after) }))
    .map(({ field, before, after }) => {
      if (change.before === null) return `${field}: ${after}`;
      return change.after === null ? `${field}: ${before}` : `${field}: ${before} → ${after}`;
    })
    .join("; ");
}

const longest = 120;

/** A page's whole text has no place in a line; `sabc audit show` tells it. */
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** The fields that differ, each with what it was and what it is, in words. */
export function tellFields({ before, after, reason }: Change) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => !untold.has(field) && (field !== "reason" || after?.[field] !== reason))
    .map((field) => ({
      field: field === "cents" ? "amount" : inWords(field),
      before: told(field, before?.[field]),
      after: told(field, after?.[field]),
    }))
    .filter((one) => one.before !== one.after);
}

function told(field: string, value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return (printers[field] ?? String)(value);
  if (typeof value !== "string") return JSON.stringify(value);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*Z$/.test(value) ? `${onClock(value)} UTC` : value;
}
