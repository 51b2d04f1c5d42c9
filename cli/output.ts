import { type Cell, type Column, type ColumnOf, jsonValue } from "./columns.ts";

export interface Table {
  kind: "table";
  title?: string;
  columns: Column[];
  cells: Cell[][];
  /** Which of the cells go without saying on a terminal. */
  silent?: boolean[][];
}

/** One thing with its fields, one a line. */
export interface Facts {
  kind: "facts";
  title?: string;
  columns: Column[];
  cells: Cell[];
  silent?: boolean[];
}

/** Sentences, such as an explanation. */
export interface Lines {
  kind: "lines";
  title?: string;
  lines: string[];
}

export type Section = Table | Facts | Lines;

/** What a command has to say. JSON is one object with stable camelCase keys. */
export interface Output {
  /** Data, for `--json`. */
  json?: object;
  /** The same data for a person or a pipe. `--csv` prints the first table. */
  sections?: Section[];
  /** A file's whole text: printed as it is, on a terminal cleaned; sections beside it are for `--csv`. */
  file?: string;
  /** Said to the person, never to a pipe: what was done, what to do next. */
  notes?: string[];
  /** What is not well, in one line; said with `--quiet` too. */
  complaint?: string;
  exitCode?: number;
}

/** A list as every front of the command shows it: `{ "members": [ … ] }`, CSV, a table. */
export function listOutput<Row>(name: string, { columns, rows, notes }: ListOf<Row>): Output {
  const section = table(columns, rows);
  const said = notes ?? (rows.length === 0 ? [`There are no ${name}.`] : undefined);
  return { json: { [name]: toJson(columns, rows) }, sections: [section], ...(said ? { notes: said } : {}) };
}

interface ListOf<Row> {
  columns: ColumnOf<Row>[];
  rows: Row[];
  notes?: string[];
}

export function table<Row>(columns: ColumnOf<Row>[], rows: Row[], title?: string): Table {
  const cells = rows.map((row) => columns.map(({ value }) => value(row) ?? null));
  const silent = rows.map((row) => columns.map(({ unless }) => unless(row)));
  return { kind: "table", ...(title ? { title } : {}), columns: columns.map(plain), cells, silent };
}

export function facts<Row>(columns: ColumnOf<Row>[], row: Row, title?: string): Facts {
  const cells = columns.map(({ value }) => value(row) ?? null);
  const silent = columns.map(({ unless }) => unless(row));
  return { kind: "facts", ...(title ? { title } : {}), columns: columns.map(plain), cells, silent };
}

export const lines = (said: string[], title?: string): Lines => ({
  kind: "lines",
  ...(title ? { title } : {}),
  lines: said,
});

/** The rows as JSON objects: exact weights and money as strings, points as numbers, null for what is not known. */
export function toJson<Row>(columns: ColumnOf<Row>[], rows: Row[]): Record<string, Cell>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ key, kind, value }) => [key, jsonValue(kind, value(row) ?? null)])),
  );
}

const plain = <Row>({ key, header, kind, spare }: ColumnOf<Row>): Column => ({
  key,
  header,
  kind,
  ...(spare ? { spare } : {}),
});
