import { ratio } from "fuzzball";
import type { Problem } from "../errors.ts";
import { bindColumns, type ColumnChoices } from "./bind-columns.rules.ts";
import type { ColumnName, FileKind } from "./column-names.rules.ts";
import { readCsv, unreadable } from "./csv-file.service.ts";
import { readRow } from "./read-row.rules.ts";
import type { ResultsRow } from "./results-row.rules.ts";

export type { ColumnChoices } from "./bind-columns.rules.ts";
export type { FileKind } from "./column-names.rules.ts";
export type { ResultsRow, RowStatus } from "./results-row.rules.ts";

/** A results file understood: its rows, and which columns it speaks of at all. */
export interface ResultsFile {
  rows: ResultsRow[];
  columns: ReadonlySet<ColumnName>;
}

/**
 * Understands a results file without asking the club anything: its rows with their line numbers, weights in 1/10,000
 * lb. Refused as a whole with every problem of every row.
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
    problems.push(
      ...stray.map((index) => ({
        line,
        reason: `Column ${index + 1} has no name, and the row has a value there.`,
      })),
    );
    if (!wanted(cells)) continue;
    const { row, problems: faults } = readRow({ cells, line, at, kind });
    if (row) read.push(row);
    problems.push(...faults);
  }
  if (problems.length > 0) throw unreadable(problems);
  if (read.length === 0) throw unreadable([noRows(rows.length)]);
  return { rows: read, columns: new Set(at.keys()) };
}

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
