import { ratio } from "fuzzball";
import type { Problem } from "../errors.ts";
import { bindColumns, type ColumnChoices } from "./bind-columns.rules.ts";
import type { ColumnName, FileKind } from "./column-names.rules.ts";
import { readCsv, unreadable } from "./csv-file.service.ts";
import { readRow } from "./read-row.rules.ts";
import type { ResultsRow } from "./results-row.rules.ts";

export type { ColumnChoices } from "./bind-columns.rules.ts";
export type { ResultsRow } from "./results-row.rules.ts";

/** A results file understood, as far as it can be. */
export interface ResultsFile {
  rows: ResultsRow[];
  /** The columns it speaks of at all. */
  columns: ReadonlySet<ColumnName>;
  problems: Problem[];
  /** The lines that have problems: their rows lack what was refused. */
  broken: ReadonlySet<number>;
}

/**
 * Understands a results file without asking the club anything: its rows with their line numbers, weights in 1/10,000
 * lb, and every problem of every row. Refused at once when it is no table, or its columns are not understood.
 */
export function readResultsFile({
  file,
  kind,
  ...choices
}: ColumnChoices & { file: Uint8Array; kind: FileKind }): ResultsFile {
  const { header, rows } = readCsv({ file });
  const { at, wanted, problems } = bindColumns({ ...header, kind, choices, nearest });
  if (problems.length > 0) throw unreadable(problems);
  const nameless = header.cells.flatMap((cell, index) => (cell.trim() === "" ? [index] : []));
  const read: ResultsRow[] = [];
  for (const { line, cells } of rows) {
    const stray = nameless.filter((index) => cells[index]?.trim() !== "");
    problems.push(...stray.map((index) => ({ line, reason: strayCell(index) })));
    if (!wanted(cells)) continue;
    const { row, problems: faults } = readRow({ cells, line, at, kind });
    if (row) read.push(row);
    problems.push(...faults);
  }
  if (read.length + problems.length === 0) throw unreadable([noRows(rows.length)]);
  const broken = new Set(problems.flatMap(({ line }) => line ?? []));
  return { rows: read, columns: new Set(at.keys()), problems, broken };
}

const strayCell = (index: number) => `Column ${index + 1} has no name, and the row has a value there.`;

const noRows = (before: number): Problem => ({
  reason: before === 0 ? "The file has a header and no rows." : "No row is one that --where asks for.",
});

/** The likeliest of some names, or null where none is like it. */
function nearest(name: string, among: readonly string[]): string | null {
  const ranked = among
    .map((other) => ({ other, likeness: ratio(name, other) }))
    .toSorted((one, next) => next.likeness - one.likeness);
  const best = ranked[0];
  return best && best.likeness >= alike ? best.other : null;
}

const alike = 60;
