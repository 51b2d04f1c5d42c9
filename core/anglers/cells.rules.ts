import { DomainError } from "../errors.ts";

/** A cell that cannot be taken as it is; the row reader says where it stands. */
export class CellRefused extends Error {}

/** A file's text in a message: short, and without what would disturb a terminal. */
export function shownCell(text: string): string {
  const plain = text
    .trim()
    .replaceAll(hidden, (mark) => `\\u${mark.codePointAt(0)!.toString(16).padStart(4, "0")}`);
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

/**
 * A cell's text: one kind of space, composed letters, no hidden or control characters, and no formula. What our own
 * export set before text that a spreadsheet would run (`'-`) is taken away again.
 */
export function cleanCell(cell: string): string {
  if (cell.trim().length > longest) throw new CellRefused(`It is longer than ${longest} characters.`);
  return cleanText(cell);
}

/** As `cleanCell`, of any length: for a cell that holds a list. */
export function cleanText(cell: string): string {
  const text = cell
    .normalize("NFC")
    .replaceAll(/\p{Zs}+/gu, " ")
    .trim();
  if (text.search(hidden) !== -1)
    throw new CellRefused("It holds a control or invisible character. Type it again.");
  if (/^[=+@]/.test(text))
    throw new CellRefused("It is a formula or begins like one. Write the plain value.");
  return guarded.test(text) ? text.slice(1) : text;
}

/** The text as a cell that no spreadsheet runs, and `cleanCell` takes back: `'=x`, and `''=x` for a text `'=x`. */
export const guardFormula = (text: string): string => (runnable.test(text) ? `'${text}` : text);

/** A person's, event's or place's name. Whether it is known is asked later. */
export function readName(text: string): string {
  if (text.length > longestName) throw new CellRefused(`A name has at most ${longestName} characters.`);
  if (!/^[\p{L}\p{N}]/u.test(text)) throw new CellRefused("A name begins with a letter or a digit.");
  return text;
}

/** A whole number within bounds, in digits only. */
export function readWhole(text: string, { from, to }: { from: number; to: number }): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= from && count <= to))
    throw new CellRefused(`It is not a whole number from ${from} to ${to}.`);
  return count;
}

/** One of some words, without case, with spaces or underscores for hyphens. */
export function readWord<Meaning>(text: string, words: ReadonlyMap<string, Meaning>): Meaning {
  const meaning = words.get(text.toLowerCase().replaceAll(/[\s_-]+/g, "-"));
  if (meaning === undefined) throw new CellRefused(`It is none of ${[...words.keys()].join(", ")}.`);
  return meaning;
}

/** Why a cell was refused, or the error again if it is none of a cell's. */
export function refusal(error: unknown): string {
  if (error instanceof CellRefused || error instanceof DomainError) return error.message;
  throw error;
}

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;
// The wide forms too: some spreadsheets take them for the narrow ones.
const runnable = /^'*[=+@\uff1d\uff0b\uff0d\uff20-]/;
const guarded = /^'+[=+@\uff1d\uff0b\uff0d\uff20-]/;
const longest = 1_000;
const longestName = 100;
