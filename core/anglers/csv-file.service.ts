import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { invalid, type Problem } from "../errors.ts";
import { guardFormula } from "./cells.rules.ts";
import { decodeText, delimiterOf } from "./csv-text.rules.ts";

/** A file's rows as they stand: what each cell says, and the line a person finds it on. */
export interface CsvTable {
  header: { line: number; cells: string[] };
  rows: { line: number; cells: string[] }[];
}

/**
 * Takes a CSV apart: UTF-8 with or without BOM, any line ends, `,` `;` or tab, quotes. Empty lines are passed over.
 * Refused with the line: other encodings, NUL, broken quotes, rows of another length, files over 10 MB.
 */
export function readCsv({ file }: { file: Uint8Array }): CsvTable {
  const records = parseRecords(decodeText(file)).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ""),
  );
  const [header, ...rows] = records;
  if (!header) throw unreadable([{ reason: "The file is empty. It needs a line of column names first." }]);
  const ragged = rows.filter(({ cells }) => cells.length !== header.cells.length);
  if (ragged.length > 0) {
    throw unreadable(
      ragged.map(({ line, cells }) => ({
        line,
        reason: `The row has ${cells.length} cells where the header has ${header.cells.length}. Check its separators and quotes.`,
      })),
    );
  }
  return { header, rows };
}

/** What stands in a row under a column without a name. */
export function strayCells({
  header,
  line,
  cells,
}: { header: CsvTable["header"] } & CsvTable["rows"][number]) {
  return header.cells.flatMap((name, index): Problem[] => {
    if (name.trim() !== "" || cells[index]?.trim() === "") return [];
    return [{ line, reason: `Column ${index + 1} has no name, and the row has a value there.` }];
  });
}

/** Writes such a file: commas, line feeds, and nothing a spreadsheet would run as a formula. */
export function writeCsv({ header, rows }: { header: string[]; rows: string[][] }): string {
  return stringify([header, ...rows.map((row) => row.map(guardFormula))]);
}

/** The whole file's refusal, with every problem found. */
export function unreadable(problems: Problem[]): Error {
  const count = problems.length === 1 ? "a problem" : `${problems.length.toLocaleString("en-US")} problems`;
  const shown = problems.slice(0, mostShown);
  const left = problems.length - shown.length;
  if (left > 0) shown.push({ reason: `And ${left.toLocaleString("en-US")} more problems like these.` });
  return invalid(
    "file-refused",
    `The file has ${count}; nothing was saved. Mend the file and import it again.`,
    { problems: shown },
  );
}

function parseRecords(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let read = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: "\n",
      relax_column_count: true,
      max_record_size: longestRecord,
      on_record: (cells: string[], { lines }) => {
        records.push({ line: read + 1, cells });
        read = lines;
        return null;
      },
    });
  } catch (error) {
    throw unreadable([{ line: read + 1, reason: explain(error) }]);
  }
  return records;
}

function explain(error: unknown): string {
  if (!(error instanceof CsvError)) throw error;
  const { code, message } = error;
  if (code === "CSV_QUOTE_NOT_CLOSED") return `A quote (") opened in this row is never closed.`;
  if (code === "CSV_MAX_RECORD_SIZE") return "The row is longer than 20,000 characters.";
  if (code === "CSV_INVALID_CLOSING_QUOTE" || code === "INVALID_OPENING_QUOTE") {
    return `A quote (") stands inside a cell. Put the whole cell in quotes and write "" for a quote.`;
  }
  return message;
}

const mostShown = 1_000;
const longestRecord = 20_000;
