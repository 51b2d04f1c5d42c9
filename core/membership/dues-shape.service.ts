import { cleanCell } from "../anglers/cells.rules.ts";
import { type DuesColumn, duesColumns, duesField, duesHeaders } from "./dues-columns.rules.ts";
import { type DuesSaid, duesSaidSchema } from "./dues-file.schemas.ts";
import type { RecordShape } from "./record-shape.rules.ts";

/** What a file of dues can say. */
export const duesShape: RecordShape<DuesColumn, DuesSaid> = {
  columns: duesColumns,
  headers: duesHeaders(),
  example: "name and amount",
  needs: ["name", "method", "paid_on"],
  fields: duesField,
  key: "dues",
  readCell,
  schema: duesSaidSchema,
  together: new Set(["coversFrom", "coversTo", "voidedOn", "voidReason", "year"]),
};

function readCell({ column, cell }: { column: DuesColumn; cell: string }): unknown {
  const text = cleanCell(cell);
  if (text === "") return undefined;
  return numbers.has(column) && /^\d{1,9}$/.test(text) ? Number(text) : text;
}

const numbers: ReadonlySet<DuesColumn> = new Set(["payment", "id", "year"]);
