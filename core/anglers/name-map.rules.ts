import type { Problem } from "../errors.ts";
import { cleanCell, refusal, shownCell } from "./cells.rules.ts";
import { foldHeader } from "./header.rules.ts";

interface Cells {
  line: number;
  cells: string[];
}

/** Whom the operator says a name of a file means: a reference to an angler, or null for a guest to be made. */
export interface NameMap {
  names: Map<string, { line: number; reference: string | null }>;
  problems: Problem[];
}

/** Reads a map of names: the columns name and angler; a blank angler makes a guest. */
export function readNameMap({ header, rows }: { header: Cells; rows: readonly Cells[] }): NameMap {
  const map: NameMap = { names: new Map(), problems: [] };
  const refuse = (line: number, reason: string, value = "") =>
    map.problems.push({ line, column: "--map", ...(value ? { value: shownCell(value) } : {}), reason });
  const titles = header.cells.map(foldHeader);
  const [name, angler] = [titles.indexOf("name"), titles.indexOf("angler")];
  if (name === -1 || angler === -1) {
    refuse(header.line, "The map needs the columns name and angler.");
    return map;
  }
  for (const { line, cells } of rows) {
    try {
      const said = cleanCell(cells[name] ?? "");
      const reference = cleanCell(cells[angler] ?? "");
      if (said === "") refuse(line, "The row of the map has no name.");
      else if (map.names.has(said.toLowerCase())) refuse(line, "The map has this name twice.", said);
      else map.names.set(said.toLowerCase(), { line, reference: reference === "" ? null : reference });
    } catch (error) {
      refuse(line, refusal(error), cells[name]);
    }
  }
  return map;
}
