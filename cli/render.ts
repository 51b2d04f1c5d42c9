import { stringify } from "csv-stringify/sync";
import { exact, type Kind, type Cell } from "./columns.ts";
import type { Output, Section, Table } from "./output.ts";
import { layFacts, layTable } from "./layout.ts";
import { clean, cleanJson, type Paint } from "./terminal.ts";

export type Format = "screen" | "tabs" | "json" | "csv";

export interface Look {
  format: Format;
  /** Whether a person sees it as it comes: then JSON is indented and CSV cleaned. */
  terminal: boolean;
  width: number;
  paint: Paint;
}

/** All that goes to stdout, ending with a line break, or nothing. */
export function render({ json, file, sections = [] }: Output, look: Look): string {
  if (look.format === "json") {
    return json === undefined ? "" : `${cleanJson(JSON.stringify(json, null, look.terminal ? 2 : 0))}\n`;
  }
  if (look.format === "csv" && sections.length > 0) return toCsv(sections, look);
  if (file !== undefined) return look.terminal ? file.split("\n").map(clean).join("\n") : file;
  const texts = sections.map((section) =>
    look.format === "screen" ? onScreen(section, look) : inTabs(section),
  );
  const titled = texts.map((text, at) => {
    const title = sections[at]?.title;
    if (title === undefined || (look.format === "tabs" && sections.length === 1)) return text;
    return `${look.format === "screen" ? look.paint("bold", clean(title)) : clean(title)}\n${text}`;
  });
  return titled.filter((text) => text !== "").join("\n");
}

function onScreen(section: Section, { width, paint }: Look): string {
  if (section.kind === "table") return layTable(section, { width, paint });
  if (section.kind === "facts") return layFacts(section, { width, paint });
  return section.lines.map((line) => `${clean(line)}\n`).join("");
}

/** Without a heading, as `cut` and `awk` like it; whoever wants names asks for `--csv`. Facts keep their words before them. */
function inTabs(section: Section): string {
  if (section.kind === "lines") return section.lines.map((line) => `${clean(line)}\n`).join("");
  const rows =
    section.kind === "table"
      ? section.cells.map((row) => row.map((cell, at) => exact(section.columns[at]!.kind, cell)))
      : section.cells.map((cell, at) => [
          section.columns[at]!.header,
          exact(section.columns[at]!.kind, cell),
        ]);
  return rows.map((row) => `${row.map(clean).join("\t")}\n`).join("");
}

function toCsv(sections: Section[], { terminal }: Look): string {
  const found = sections.find((section): section is Table => section.kind === "table");
  if (!found) return "";
  const kinds = found.columns.map(({ kind }) => kind);
  const rows = found.cells.map((row) => row.map((cell, at) => csvCell(kinds[at]!, cell)));
  const records = [found.columns.map(({ key }) => key), ...rows];
  return stringify(terminal ? records.map((record) => record.map(clean)) : records);
}

/** What people wrote must not become a formula when a spreadsheet opens the file; numbers keep their minus. */
function csvCell(kind: Kind, cell: Cell): string {
  const text = exact(kind, cell);
  return kind === "text" && /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
