import { unreadable } from "../anglers/csv-file.service.ts";
import { decodeText } from "../anglers/csv-text.rules.ts";
import type { ColumnChoices } from "../anglers/header.rules.ts";
import { readList } from "./record-list.service.ts";
import type { RecordShape, RecordsFile } from "./record-shape.rules.ts";
import { readTable } from "./record-table.service.ts";

interface Given<Column extends string, Said> extends ColumnChoices {
  file: Uint8Array;
  shape: RecordShape<Column, Said>;
}

/**
 * Understands a file of people, or of what they paid, without asking the club anything: CSV, or JSON as the exports
 * write it. Refused at once when it is neither, or its columns are not understood.
 */
export function readRecords<Column extends string, Said extends object>({
  file,
  shape,
  ...choices
}: Given<Column, Said>): RecordsFile<Said> {
  const text = decodeText(file);
  const read = /^\s*[[{]/.test(text)
    ? readList({ text, choices, shape })
    : readTable({ file, choices, shape });
  if (read.rows.length <= mostRecords) return read;
  throw unreadable([
    {
      reason: `The file has over ${mostRecords.toLocaleString("en-US")} rows. Split it, or check that it is the right one.`,
    },
  ]);
}

/** More than any club has; what comes after reading is done by one person in one transaction. */
const mostRecords = 20_000;
