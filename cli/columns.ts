import { exactMoney, printMoney } from "#core/money.ts";
import { exactPoints, printPoints } from "#core/points.ts";
import { exactWeight, printWeight } from "#core/weight.ts";

export type Cell = string | number | boolean | null;

/** `text` is what people wrote; the others are safe from formulas, and weights, money and points are integers of the core. */
export type Kind = "text" | "word" | "count" | "weight" | "money" | "points" | "yes-no";

export interface Column {
  /** Its name in JSON and CSV, camelCase. */
  key: string;
  header: string;
  kind: Kind;
  /** Left out on a narrow terminal. */
  spare?: boolean;
}

export interface ColumnOf<Row> extends Column {
  value: (row: Row) => Cell | undefined;
  unless: (row: Row) => boolean;
}

interface Choices<Row> {
  kind?: Kind;
  header?: string;
  spare?: boolean;
  value?: (row: Row) => Cell | undefined;
  /** Where it goes without saying: not shown on a terminal, and the column is left out when that is every line. */
  unless?: (row: Row) => boolean;
}

/**
 * The columns of a list by name: its kind alone when the row has a field of that name, else where the value comes
 * from: `columnsOf<Row>({ name: "text", bigBass: { kind: "weight", value: ({ bass }) => bass } })`.
 */
export function columnsOf<Row>(named: Record<string, Kind | Choices<Row>>): ColumnOf<Row>[] {
  return Object.entries(named).map(([key, given]) => {
    const {
      kind = "text",
      header = titleOf(key),
      spare = false,
      value = fieldOf(key),
      unless = () => false,
    } = typeof given === "string" ? { kind: given } : given;
    return { key, header, kind, spare, value, unless };
  });
}

const fieldOf =
  (key: string) =>
  (row: unknown): Cell => {
    if (typeof row !== "object" || row === null || !(key in row)) throw new Error(`the list has no ${key}`);
    const cell: unknown = Reflect.get(row, key);
    if (isCell(cell)) return cell;
    throw new Error(`${key} is not a plain value`);
  };

const onScreens = { weight: printWeight, money: printMoney, points: printPoints, count: String };
const exactly = { weight: exactWeight, money: exactMoney, points: printPoints, count: String };

export const isNumeric = (kind: Kind): kind is keyof typeof exactly => kind in exactly;

/** For a person: two decimals, a dash for what is not known. */
export function shown(kind: Kind, cell: Cell): string {
  if (cell === null || cell === "") return "–";
  if (kind === "yes-no") return cell === true ? "yes" : "no";
  return typeof cell === "number" && isNumeric(kind) ? onScreens[kind](cell) : String(cell);
}

/** For CSV and pipes: exact, and nothing for what is not known. */
export function exact(kind: Kind, cell: Cell): string {
  if (cell === null) return "";
  if (kind === "yes-no") return cell === true ? "yes" : "no";
  return typeof cell === "number" && isNumeric(kind) ? exactly[kind](cell) : String(cell);
}

/** For JSON: weights and money as exact strings, points as a number. */
export function jsonValue(kind: Kind, cell: Cell): Cell {
  if (typeof cell !== "number") return cell;
  if (kind === "weight") return exactWeight(cell);
  if (kind === "money") return exactMoney(cell);
  return kind === "points" ? exactPoints(cell) : cell;
}

const titleOf = (key: string): string => {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isCell = (value: unknown): value is Cell =>
  value === null || ["string", "number", "boolean"].includes(typeof value);
