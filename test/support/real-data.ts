import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/**
 * Real clubs' files are not part of the project. Where SABC_REAL_DATA names the folder that holds them, tests recompute
 * them; elsewhere those tests are skipped, and say so.
 */
const folder = process.env["SABC_REAL_DATA"];

/** For a test's `skip`: false where the file is there, else why not. */
export function missing(file: string): string | false {
  if (!folder) return "SABC_REAL_DATA does not name the folder of real clubs' files";
  return existsSync(join(folder, file)) ? false : `SABC_REAL_DATA has no ${file}`;
}

export const readText = (file: string): string => readFileSync(join(folder ?? "", file), "utf8");

export type Row = Record<string, string>;

/** The rows of a real file by its header's names; none where the file is missing. */
export function readRows(file: string): Row[] {
  return missing(file) ? [] : parse<Row>(readText(file), { columns: true, bom: true });
}
