import type { Problem } from "../errors.ts";
import {
  type ColumnName,
  type FileKind,
  foldHeader,
  grossColumns,
  knownHeaders,
  netColumns,
} from "./column-names.rules.ts";
import { shownCell } from "./results-cells.rules.ts";

/** Where each column stands, and which rows are wanted. */
export interface BoundColumns {
  at: ReadonlyMap<ColumnName, { index: number; header: string }>;
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

interface Header {
  cells: readonly string[];
  line: number;
  kind: FileKind;
  /** The name most like a given one, to suggest. */
  nearest: (name: string, among: readonly string[]) => string | null;
}

/** Finds the columns of a file by name, alias or the operator's word; every header that means nothing is a problem. */
export function bindColumns({ choices, ...header }: Header & { choices: ColumnChoices }): BoundColumns {
  const { told, left, filters, problems } = readChoices(header, choices);
  const at = new Map<ColumnName, { index: number; header: string }>();
  const faults: Problem[] = [];
  for (const [index, cell] of header.cells.entries()) {
    if (left.has(index)) continue;
    const meaning = told.get(index) ?? ownMeaning(cell, header.kind, told);
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
  if (at.size === 0) return { at, wanted, problems: [{ line: header.line, reason: noHeader }, ...problems] };
  problems.push(...faults);
  if (problems.length === 0) problems.push(...lacking(at, header));
  return { at, wanted, problems };
}

/** What --column, --ignore and --where say of this header. */
function readChoices(header: Header, { column, ignore, where }: ColumnChoices) {
  const problems: Problem[] = [];
  const known = knownHeaders(header.kind);
  const refuse = (option: string, value: string, reason: string) =>
    problems.push({ column: option, value: shownCell(value), reason });
  const find = (option: string, text: string): number => {
    const index = header.cells.findIndex((cell) => foldHeader(cell) === foldHeader(text));
    if (index === -1)
      refuse(option, text, `The file has no such column.${didYouMean(header.nearest(text, header.cells))}`);
    return index;
  };

  const told = new Map<number, ColumnName>();
  for (const { name, value } of pairs("--column NAME=HEADER", column, refuse)) {
    const meaning = known.get(foldHeader(name));
    const index = find("--column", value);
    if (meaning === undefined) {
      const guess = header.nearest(name, [...known.keys()]);
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
function ownMeaning(
  cell: string,
  kind: FileKind,
  told: ReadonlyMap<number, ColumnName>,
): ColumnName | undefined {
  const own = knownHeaders(kind).get(foldHeader(cell));
  return own !== undefined && [...told.values()].includes(own) ? undefined : own;
}

function unknownReason(cell: string, { kind, nearest }: Header): string {
  const name = foldHeader(cell);
  const known = knownHeaders(kind);
  if (known.has(name)) return "--column names another column for this. --ignore this one.";
  if (kind === "tournament" && knownHeaders("season").has(name))
    return "It belongs to a season's file. --ignore it, or choose rows by it with --where.";
  return `The column is not known.${didYouMean(nearest(name, [...known.keys()]))} Say --column NAME=HEADER or --ignore HEADER.`;
}

/** What a file cannot be read without, and what it says twice. */
function lacking(at: BoundColumns["at"], { line, kind }: Header): Problem[] {
  const has = (names: readonly ColumnName[]) => names.filter((name) => at.has(name));
  const problems: Problem[] = [];
  const refuse = (column: string, reason: string) => problems.push({ line, column, reason });
  if (kind === "season" && !at.has("date")) refuse("date", "A season's file needs the column date.");
  if (kind === "season" && !at.has("event")) refuse("event", "A season's file needs the column event.");
  if (!at.has("angler")) refuse("angler", "The file needs the column angler.");
  if (has([...grossColumns, ...netColumns, "place"]).length === 0)
    refuse("weight", "The file needs the column weight or net, or place to go by instead.");
  for (const same of [grossColumns, netColumns, ["dead", "alive"] as const]) {
    const [first, second] = has(same);
    if (second)
      refuse(at.get(second)!.header, `It says the same as "${at.get(first!)!.header}". --ignore one.`);
  }
  if (at.has("alive") && !at.has("fish")) refuse("fish", "The column alive needs fish beside it.");
  return problems;
}

const didYouMean = (guess: string | null) => (guess === null ? "" : ` Did you mean "${shownCell(guess)}"?`);
const foldValue = (text: string) => text.normalize("NFC").trim().toLowerCase();
const noHeader =
  "The first line names no known column, such as angler and weight. A file begins with its column names.";
