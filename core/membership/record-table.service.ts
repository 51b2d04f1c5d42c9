import { refusal, shownCell } from "../anglers/cells.rules.ts";
import { readCsv, strayCells, unreadable } from "../anglers/csv-file.service.ts";
import { bindHeader, type BoundHeader, type ColumnChoices } from "../anglers/header.rules.ts";
import { likeliest } from "../anglers/likeliest.service.ts";
import type { Problem } from "../errors.ts";
import {
  checkRecord,
  linesOf,
  placedInTable,
  type Recorded,
  type RecordShape,
  type RecordsFile,
} from "./record-shape.rules.ts";

interface Table<Column extends string, Said> {
  file: Uint8Array;
  choices: ColumnChoices;
  shape: RecordShape<Column, Said>;
}

/** The records of a CSV file; refused at once when it is none, or its columns are not understood. */
export function readTable<Column extends string, Said extends object>({
  file,
  choices,
  shape,
}: Table<Column, Said>): RecordsFile<Said> {
  const { header, rows } = readCsv({ file });
  const { headers: known, example, needs } = shape;
  const { at, wanted, problems } = bindHeader({ ...header, known, nearest: likeliest, example }, choices);
  const lacking = needs.filter((column) => !at.has(column));
  if (problems.length === 0) {
    problems.push(
      ...lacking.map((column) => ({
        line: header.line,
        column,
        reason: `The file needs the column ${column}.`,
      })),
    );
  }
  if (problems.length > 0) throw unreadable(problems);
  const read: Recorded<Said>[] = [];
  let chosen = 0;
  for (const { line, cells } of rows) {
    problems.push(...strayCells({ header, line, cells }));
    if (!wanted(cells)) continue;
    chosen += 1;
    const { row, faults } = readRow({ line, cells, at, shape });
    problems.push(...faults);
    if (row) read.push(row);
  }
  if (chosen + problems.length === 0) {
    throw unreadable([{ reason: rows.length === 0 ? "The file has a header and no rows." : noneWanted }]);
  }
  return { rows: read, problems, broken: linesOf(problems), placed: (all) => placedInTable(all, at) };
}

interface Cells<Column extends string, Said> {
  line: number;
  cells: string[];
  at: BoundHeader<Column>["at"];
  shape: RecordShape<Column, Said>;
}

function readRow<Column extends string, Said extends object>({
  line,
  cells,
  at,
  shape,
}: Cells<Column, Said>) {
  const said: Record<string, unknown> = {};
  const problems: (Problem & { column: Column })[] = [];
  for (const [column, { index }] of at) {
    const cell = cells[index] ?? "";
    try {
      said[shape.fields[column]] = shape.readCell({ column, cell });
    } catch (error) {
      problems.push({ line, column, value: shownCell(cell), reason: refusal(error) });
    }
  }
  const refused = new Set(problems.map(({ column }) => column));
  const { row, faults } = checkRecord({ said, line, shape });
  for (const { column, reason } of faults) {
    const value = shownCell(cells[at.get(column)?.index ?? -1] ?? "");
    // What was refused as a cell is not there to be right.
    if (!refused.has(column)) problems.push({ line, column, ...(value ? { value } : {}), reason });
  }
  return { row, faults: problems };
}

const noneWanted = "No row is one that --where asks for.";
