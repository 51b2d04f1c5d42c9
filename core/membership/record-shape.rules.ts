import type { z } from "zod";
import type { Problem } from "../errors.ts";

/** What a kind of file can say: people, or what they paid. */
export interface RecordShape<Column extends string, Said> {
  columns: readonly Column[];
  /** Every header that is understood, folded, and what it means. */
  headers: ReadonlyMap<string, Column>;
  /** Two columns, to say what a header is. */
  example: string;
  /** Which every record has to say. */
  needs: readonly Column[];
  /** What each column is called in JSON, and the one key the list stands under. */
  fields: Readonly<Record<Column, string>>;
  key: string;
  /** What a cell says; undefined where it is blank. */
  readCell: (cell: { column: Column; cell: string }) => unknown;
  schema: z.ZodType<Said>;
  /** Fields that only mean something together: where a row has any fault, they are not looked at. */
  together: ReadonlySet<string>;
}

/** One record; `line` is the row's, in JSON which one of the list it is. */
export type Recorded<Said> = Said & { line: number };

/** A file understood, as far as it can be: of a row with a fault what is without one. */
export interface RecordsFile<Said> {
  rows: Recorded<Said>[];
  problems: Problem[];
  /** The lines that have problems. */
  broken: ReadonlySet<number>;
  /** All problems, by the club's names of columns, in the order and words of this file. */
  placed: (problems: readonly Problem[]) => Problem[];
}

interface Given<Column extends string, Said> {
  said: Record<string, unknown>;
  line: number;
  shape: RecordShape<Column, Said>;
}

/** What of a record is right, as the club keeps it, and what is wrong in which column; null where too little is left. */
export function checkRecord<Column extends string, Said extends object>({
  said,
  line,
  shape,
}: Given<Column, Said>): { row: Recorded<Said> | null; faults: { column: Column; reason: string }[] } {
  const blank = shape.needs.filter((column) => (said[shape.fields[column]] ?? "") === "");
  const checked = shape.schema.safeParse(said);
  const faults = [
    ...blank.map((column) => ({ column, reason: "It must not be blank." })),
    ...(checked.error?.issues ?? []).flatMap(({ path: [field, at], message }) => {
      const column = columnOf(String(field ?? ""), shape);
      const reason = typeof at === "number" ? `Item ${at + 1} ${message}.` : `It ${message}.`;
      return blank.includes(column) ? [] : [{ column, reason }];
    }),
  ];
  if (checked.success) return { row: Object.assign({}, checked.data, { line }), faults };
  const wrong = new Set(faults.map(({ column }) => shape.fields[column]));
  const right = Object.entries(said).filter(([field]) => !wrong.has(field) && !shape.together.has(field));
  const rest = shape.schema.safeParse(Object.fromEntries(right));
  return { row: rest.success ? Object.assign({}, rest.data, { line }) : null, faults };
}

/** The column whose key this is. */
export const columnOf = <Column extends string, Said>(
  field: string,
  { columns, fields }: RecordShape<Column, Said>,
): Column => columns.find((column) => fields[column] === field) ?? columns[0]!;

/** A table's problems from top to bottom and left to right, with its own headers. */
export function placedInTable(
  problems: readonly Problem[],
  at: ReadonlyMap<string, { index: number; header: string }>,
): Problem[] {
  const position = ({ column }: Problem) => at.get(column ?? "")?.index ?? -1;
  return problems
    .toSorted((one, other) => byLine(one, other) || position(one) - position(other))
    .map(({ line, column, value, reason }) => ({
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column: at.get(column)?.header ?? column }),
      ...(value === undefined ? {} : { value }),
      reason,
    }));
}

/** JSON has no lines to speak of: which of the list it is, and which key. */
export function placedInList<Column extends string, Said>(
  problems: readonly Problem[],
  { columns, fields }: RecordShape<Column, Said>,
): Problem[] {
  return problems.toSorted(byLine).map((problem) => {
    const { line, column, value, reason } = problem;
    if (column === "--map") return problem;
    const own = columns.find((name) => name === column);
    return {
      column: own === undefined ? `entry ${line}` : `entry ${line}, ${fields[own]}`,
      ...(value === undefined ? {} : { value }),
      reason: reason.replace(/^Line (?=\d)/, "Entry "),
    };
  });
}

export const linesOf = (problems: readonly Problem[]): Set<number> =>
  new Set(problems.flatMap(({ line }) => line ?? []));

const byLine = (one: Problem, other: Problem) => (one.line ?? 0) - (other.line ?? 0);
