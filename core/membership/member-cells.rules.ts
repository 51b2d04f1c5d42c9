import { CellRefused, cleanCell, cleanText } from "../anglers/cells.rules.ts";
import type { StatusRow } from "./status.rules.ts";
import type { MemberColumn } from "./member-columns.rules.ts";

/** What a cell says, as the file's shape wants it; undefined where it is blank. Whether it can be right is asked there. */
export function readMemberCell({ column, cell }: { column: MemberColumn; cell: string }): unknown {
  if (column === "phone") return blank(cleanCell(cell.replace(dialled, "'$1")));
  if (column === "id") return readId(cleanCell(cell));
  if (!lists.has(column)) return blank(cleanCell(cell));
  const items = splitList(cleanText(cell));
  if (items.length === 0) return undefined;
  if (column === "earlier") return items.map(readStatus);
  return column === "offices" ? items.map(readOffice) : items;
}

/** Several things in one cell: `Bob C; Bobby`. A `;` or `\` within one has a `\` before it. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll(/[\\;]/g, String.raw`\$&`)).join("; ");

export const statusWords = ({ status, from }: StatusRow): string => `${status} ${from}`;

export const officeWords = ({ office, year }: { office: string; year: number }): string =>
  `${office} ${year}`;

function splitList(text: string): string[] {
  const items = [...text.matchAll(/((?:\\.|[^\\;]|\\$)*)(;|$)/gsu)].map(([, item = ""]) =>
    item.replaceAll(/\\(.)/gsu, "$1").trim(),
  );
  return items.filter((item) => item !== "");
}

function readId(text: string): unknown {
  return /^\d{1,9}$/.test(text) ? Number(text) : blank(text);
}

function readStatus(text: string) {
  const words = /^(\S+) (\S+)$/.exec(text);
  if (words === null) throw new CellRefused("Write it as guest 2023-05-01; applicant 2024-01-15.");
  return { status: words[1]!.toLowerCase(), from: words[2] };
}

function readOffice(text: string) {
  const words = /^(.+) (\d{4})$/u.exec(text);
  if (words === null) throw new CellRefused("Write it as president 2026; secretary 2025.");
  return { office: words[1], year: Number(words[2]) };
}

const blank = (text: string) => (text === "" ? undefined : text);

/** A number from abroad begins as a formula does, and is none. */
const dialled = /^\s*(\+[\d().\s-]+)$/;
const lists: ReadonlySet<MemberColumn> = new Set(["earlier", "aliases", "roles", "offices"]);
