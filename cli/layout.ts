import { type Column, isNumeric, shown } from "./columns.ts";
import type { Facts, Table } from "./output.ts";
import { clean, displayWidth, type Paint } from "./terminal.ts";

const gap = "  ";
const narrowest = 10;

interface Room {
  width: number;
  paint: Paint;
}

/** A table without borders that fits the terminal: spare columns go first, then long texts wrap. */
export function layTable(table: Table, { width, paint }: Room): string {
  if (table.cells.length === 0) return "";
  const { columns, texts, widths } = fit(measure(withoutEmpty(table)), width);
  const lines = [paint("bold", layRow(columns, { texts: columns.map(({ header }) => header), widths })[0]!)];
  for (const row of texts) lines.push(...layRow(columns, { texts: row, widths }));
  return `${lines.join("\n")}\n`;
}

/** One field a line, its name before it. */
export function layFacts(facts: Facts, { width, paint }: Room): string {
  const said = facts.columns.map((_, at) => facts.silent?.[at] !== true);
  const columns = facts.columns.filter((_, at) => said[at]);
  const cells = facts.cells.filter((_, at) => said[at]);
  const names = columns.reduce((widest, { header }) => Math.max(widest, displayWidth(header)), 0);
  const room = Math.max(width - names - gap.length, narrowest);
  return columns
    .map(({ header, kind }, at) => {
      const [first = "", ...more] = wrap(clean(shown(kind, cells[at]!)), room);
      const rest = more.map((line) => `\n${" ".repeat(names)}${gap}${line}`).join("");
      return `${paint("bold", header)}${" ".repeat(names - displayWidth(header))}${gap}${first}${rest}\n`;
    })
    .join("");
}

/** Words of a text in lines of at most `width`; a longer word is broken. */
export function wrap(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const piece of text.split(" ").flatMap((word) => broken(word, width))) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(piece) > width) {
      lines.push(line);
      line = piece;
    } else {
      line = line === "" ? piece : `${line} ${piece}`;
    }
  }
  return [...lines, line];
}

function broken(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces = [""];
  for (const character of word) {
    if (displayWidth(pieces.at(-1)! + character) > width) pieces.push(character);
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

interface Measured {
  columns: Column[];
  texts: string[][];
  widths: number[];
}

/** A column that says nothing on any line is left out, where another one is left. */
function withoutEmpty(table: Table): Table {
  const said = table.columns.map((_, at) =>
    table.cells.some((row, line) => row[at] !== null && row[at] !== "" && !isSilent(table, line, at)),
  );
  if (!said.includes(true)) return table;
  const kept = <Each>(each: Each[]): Each[] => each.filter((_, at) => said[at]);
  const { columns, cells, silent = [] } = table;
  return { ...table, columns: kept(columns), cells: cells.map(kept), silent: silent.map(kept) };
}

const isSilent = ({ silent }: Table, line: number, at: number): boolean => silent?.[line]?.[at] === true;

function measure(table: Table): Measured {
  const { columns, cells } = table;
  const texts = cells.map((row, line) =>
    row.map((cell, at) => (isSilent(table, line, at) ? "" : clean(shown(columns[at]!.kind, cell)))),
  );
  const widths = columns.map(({ header }, at) =>
    texts.reduce((widest, row) => Math.max(widest, displayWidth(row[at]!)), displayWidth(header)),
  );
  return { columns, texts, widths };
}

function fit(measured: Measured, width: number): Measured {
  if (total(measured.widths) <= width) return measured;
  const spare = measured.columns.findLastIndex((column) => column.spare === true);
  if (spare !== -1) return fit(without(measured, spare), width);
  const widths = [...measured.widths];
  for (let over = total(widths) - width; over > 0; over -= 1) {
    const widest = widestText(measured.columns, widths);
    if (widest === -1) break;
    widths[widest]! -= 1;
  }
  return { ...measured, widths };
}

const without = ({ columns, texts, widths }: Measured, at: number): Measured => ({
  columns: columns.toSpliced(at, 1),
  texts: texts.map((row) => row.toSpliced(at, 1)),
  widths: widths.toSpliced(at, 1),
});

function widestText(columns: Column[], widths: number[]): number {
  let found = -1;
  for (const [at, { kind }] of columns.entries()) {
    const width = widths[at]!;
    if (kind === "text" && width > narrowest && width > (widths[found] ?? 0)) found = at;
  }
  return found;
}

const total = (widths: number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1);

function layRow(columns: Column[], { texts, widths }: { texts: string[]; widths: number[] }): string[] {
  const cells = texts.map((text, at) => wrap(text, Math.max(widths[at]!, 1)));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ kind }, at) => {
        const text = cells[at]![line] ?? "";
        const blank = " ".repeat(Math.max(widths[at]! - displayWidth(text), 0));
        return isNumeric(kind) ? blank + text : text + blank;
      })
      .join(gap)
      .trimEnd(),
  );
}
