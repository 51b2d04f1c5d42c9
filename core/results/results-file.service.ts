import { readCsv, strayCells, unreadable } from "../anglers/csv-file.service.ts";
import { likeliest } from "../anglers/likeliest.service.ts";
import type { ColumnChoices } from "../anglers/header.rules.ts";
import type { Problem } from "../errors.ts";
import { bindColumns } from "./bind-columns.rules.ts";
import type { ColumnName, FileKind } from "./column-names.rules.ts";
import { readRow } from "./read-row.rules.ts";
import type { ResultsRow } from "./results-row.rules.ts";

export type { ColumnChoices } from "../anglers/header.rules.ts";
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
  const { at, wanted, problems } = bindColumns({ ...header, kind, choices, nearest: likeliest });
  if (problems.length > 0) throw unreadable(problems);
  const read: ResultsRow[] = [];
  for (const { line, cells } of rows) {
    problems.push(...strayCells({ header, line, cells }));
    if (!wanted(cells)) continue;
    const { row, problems: faults } = readRow({ cells, line, at, kind });
    if (row) read.push(row);
    problems.push(...faults);
  }
  if (read.length + problems.length === 0) throw unreadable([noRows(rows.length)]);
  const broken = new Set(problems.flatMap(({ line }) => line ?? []));
  return { rows: read, columns: new Set(at.keys()), problems, broken };
}

const noRows = (before: number): Problem => ({
  reason: before === 0 ? "The file has a header and no rows." : "No row is one that --where asks for.",
});
