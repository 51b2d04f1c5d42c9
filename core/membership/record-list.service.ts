import { shownCell } from "../anglers/cells.rules.ts";
import { unreadable } from "../anglers/csv-file.service.ts";
import { type ColumnChoices, foldHeader } from "../anglers/header.rules.ts";
import { likeliest } from "../anglers/likeliest.service.ts";
import type { Problem } from "../errors.ts";
import {
  checkRecord,
  linesOf,
  placedInList,
  type Recorded,
  type RecordShape,
  type RecordsFile,
} from "./record-shape.rules.ts";

interface List<Column extends string, Said> {
  text: string;
  choices: ColumnChoices;
  shape: RecordShape<Column, Said>;
}

/** The records of a JSON text: `{ "members": [ … ] }`, or the list alone; refused at once when it is neither. */
export function readList<Column extends string, Said extends object>({
  text,
  choices: { column = [], ignore = [], where = [] },
  shape,
}: List<Column, Said>): RecordsFile<Said> {
  if (column.length + where.length > 0)
    throw unreadable([{ reason: "--column and --where are for CSV files, and this one is JSON." }]);
  const entries = listOf(text, shape.key);
  if (entries.length === 0) throw unreadable([{ reason: "The list is empty." }]);
  const left = new Set(ignore.map(foldKey));
  const known = Object.values<string>(shape.fields);
  const rows: Recorded<Said>[] = [];
  const problems: Problem[] = [];
  for (const [at, entry] of entries.entries()) {
    const line = at + 1;
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
      problems.push({ line, reason: "It is no object: keys and values in braces." });
      continue;
    }
    const said = Object.entries<unknown>({ ...entry }).filter(([key]) => !left.has(foldKey(key)));
    const plain = Object.fromEntries(said.filter(([key]) => known.includes(key)));
    const strange = said.filter(([key]) => !known.includes(key));
    problems.push(...strange.map(([key]) => ({ line, reason: unknownKey(key, known) })));
    const { row, faults } = checkRecord({ said: plain, line, shape });
    for (const { column: named, reason } of faults) {
      const value = plain[shape.fields[named]];
      const shown = ["string", "number", "boolean"].includes(typeof value) ? shownCell(String(value)) : "";
      problems.push({ line, column: named, ...(shown ? { value: shown } : {}), reason });
    }
    if (row) rows.push(row);
  }
  return { rows, problems, broken: linesOf(problems), placed: (all) => placedInList(all, shape) };
}

function listOf(text: string, key: string): unknown[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    const line = /\(line (\d+) column/.exec(String(error))?.[1];
    throw unreadable([
      {
        ...(line ? { line: Number(line) } : {}),
        reason: "The file begins as JSON, and here it breaks off or is none.",
      },
    ]);
  }
  if (Array.isArray(read)) return read;
  const [[name, list] = [], ...others] = Object.entries(Object(read));
  if (name === key && Array.isArray(list) && others.length === 0) return list;
  throw unreadable([{ reason: `The JSON is not { "${key}": [ … ] }, nor such a list alone.` }]);
}

function unknownKey(key: string, known: readonly string[]): string {
  const guess = known.find((name) => foldKey(name) === foldKey(key)) ?? likeliest(key, known);
  return `The key "${shownCell(key)}" is not known.${guess === null ? "" : ` Did you mean "${guess}"?`} --ignore it otherwise.`;
}

const foldKey = (key: string): string => foldHeader(key).replaceAll("_", "");
