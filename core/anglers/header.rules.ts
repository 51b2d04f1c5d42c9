import type { Problem } from "../errors.ts";
import { shownCell } from "./cells.rules.ts";

/** Where each column stands, and which rows are wanted. */
export interface BoundHeader<Name extends string> {
  at: Map<Name, { index: number; header: string }>;
  wanted: (cells: readonly string[]) => boolean;
  problems: Problem[];
}

/** How the operator takes another club's file as it is. */
export interface ColumnChoices {
  /** `NAME=HEADER`: that column of the file is what the club calls NAME. */
  column?: readonly string[] | undefined;
  /** Headers of columns to leave out. */
  ignore?: readonly string[] | undefined;
  /** `HEADER=VALUE`: only rows that say so; the same header again allows one more value. */
  where?: readonly string[] | undefined;
}

export interface Header<Name extends string> {
  cells: readonly string[];
  line: number;
  /** Every header that is understood, folded, and what it means. */
  known: ReadonlyMap<string, Name>;
  /** The name most like a given one, to suggest. */
  nearest: (name: string, among: readonly string[]) => string | null;
  /** Why a column is not taken that belongs to another kind of file. */
  foreign?: (name: string) => string | null;
  /** Two columns such a file has, to say what a header is. */
  example: string;
}

/** Every header that is understood: the names themselves and what else they are called. */
export function knownHeaders<Name extends string>(
  names: readonly Name[],
  aliases: Partial<Record<Name, readonly string[]>>,
): Map<string, Name> {
  const known = new Map<string, Name>();
  for (const name of names) {
    known.set(name, name);
    for (const alias of aliases[name] ?? []) known.set(alias, name);
  }
  return known;
}

/** Headers are the same without case, and with spaces or hyphens for underscores: `Big Bass` is `big_bass`. */
export const foldHeader = (text: string): string =>
  text
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "_");

/** Finds the columns of a file by name, alias or the operator's word; every header that means nothing is a problem. */
export function bindHeader<Name extends string>(
  header: Header<Name>,
  choices: ColumnChoices,
): BoundHeader<Name> {
  const { told, left, filters, problems } = readChoices(header, choices);
  const at: BoundHeader<Name>["at"] = new Map();
  const faults: Problem[] = [];
  for (const [index, cell] of header.cells.entries()) {
    if (left.has(index)) continue;
    const meaning = told.get(index) ?? ownMeaning(cell, header, told);
    const before = meaning && at.get(meaning);
    const column = shownCell(cell);
    if (before) {
      const reason = `"${before.header}" and "${column}" both are the ${meaning}. --ignore one.`;
      faults.push({ line: header.line, column, reason });
    } else if (meaning) at.set(meaning, { index, header: column });
    else if (!filters.has(index) && cell.trim() !== "")
      faults.push({ line: header.line, column, reason: unknownReason(cell, header) });
  }
  const wanted = (cells: readonly string[]) =>
    [...filters].every(([index, values]) => values.has(foldValue(cells[index] ?? "")));
  if (at.size > 0) problems.push(...faults);
  else {
    const reason = `The first line names no known column, such as ${header.example}. A file begins with its column names.`;
    problems.unshift({ line: header.line, reason });
  }
  return { at, wanted, problems };
}

/** What --column, --ignore and --where say of this header. */
function readChoices<Name extends string>(header: Header<Name>, { column, ignore, where }: ColumnChoices) {
  const problems: Problem[] = [];
  const refuse = (option: string, value: string, reason: string) =>
    problems.push({ column: option, value: shownCell(value), reason });
  const find = (option: string, text: string): number => {
    const index = header.cells.findIndex((cell) => foldHeader(cell) === foldHeader(text));
    if (index === -1)
      refuse(option, text, `The file has no such column.${didYouMean(header.nearest(text, header.cells))}`);
    return index;
  };

  const told = new Map<number, Name>();
  for (const { name, value } of pairs("--column NAME=HEADER", column, refuse)) {
    const meaning = header.known.get(foldHeader(name));
    const index = find("--column", value);
    if (meaning === undefined) {
      const guess = header.nearest(name, [...header.known.keys()]);
      refuse("--column", name, `No column is called so.${didYouMean(guess)}`);
    } else if (told.has(index)) refuse("--column", value, "The column is given two meanings. Keep one.");
    else if (index !== -1) told.set(index, meaning);
  }
  const left = new Set((ignore ?? []).map((text) => find("--ignore", text)));
  const filters = new Map<number, Set<string>>();
  for (const { name, value } of pairs("--where HEADER=VALUE", where, refuse)) {
    const index = find("--where", name);
    filters.set(index, (filters.get(index) ?? new Set()).add(foldValue(value)));
  }
  return { told, left, filters, problems };
}

function* pairs(
  form: string,
  given: readonly string[] | undefined,
  refuse: (option: string, value: string, reason: string) => void,
): Generator<{ name: string; value: string }> {
  for (const text of given ?? []) {
    const split = text.indexOf("=");
    if (split > 0) yield { name: text.slice(0, split), value: text.slice(split + 1) };
    else refuse(form.split(" ")[0]!, text, `Write it as ${form}.`);
  }
}

/** A meaning the operator gave to another column is not looked for under its own name. */
function ownMeaning<Name extends string>(
  cell: string,
  { known }: Header<Name>,
  told: ReadonlyMap<number, Name>,
): Name | undefined {
  const own = known.get(foldHeader(cell));
  return own !== undefined && [...told.values()].includes(own) ? undefined : own;
}

function unknownReason<Name extends string>(cell: string, { known, nearest, foreign }: Header<Name>): string {
  const name = foldHeader(cell);
  if (known.has(name)) return "--column names another column for this. --ignore this one.";
  const guess = () => didYouMean(nearest(name, [...known.keys()]));
  return foreign?.(name) ?? `The column is not known.${guess()} Say --column NAME=HEADER or --ignore HEADER.`;
}

const didYouMean = (guess: string | null) => (guess === null ? "" : ` Did you mean "${shownCell(guess)}"?`);
const foldValue = (text: string) => text.normalize("NFC").trim().toLowerCase();
