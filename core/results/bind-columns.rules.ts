import { bindHeader, type BoundHeader, type ColumnChoices, type Header } from "../anglers/header.rules.ts";
import type { Problem } from "../errors.ts";
import {
  type ColumnName,
  type FileKind,
  grossColumns,
  netColumns,
  resultHeaders,
} from "./column-names.rules.ts";

/** Where each column of a results file stands, and which rows are wanted. */
export type BoundColumns = BoundHeader<ColumnName>;

interface Given extends Pick<Header<ColumnName>, "cells" | "line" | "nearest"> {
  kind: FileKind;
  choices: ColumnChoices;
}

/** Finds the columns of a results file, and what it cannot be read without; see `bindHeader`. */
export function bindColumns({ kind, choices, ...header }: Given): BoundColumns {
  const foreign = (name: string) =>
    kind === "tournament" && resultHeaders("season").has(name)
      ? "It belongs to a season's file. --ignore it, or choose rows by it with --where."
      : null;
  const bound = bindHeader(
    { ...header, known: resultHeaders(kind), foreign, example: "angler and weight" },
    choices,
  );
  if (bound.problems.length === 0) bound.problems.push(...lacking(bound.at, { line: header.line, kind }));
  return bound;
}

/** What a file cannot be read without, and what it says twice. */
function lacking(at: BoundColumns["at"], { line, kind }: { line: number; kind: FileKind }): Problem[] {
  const has = (names: readonly ColumnName[]) => names.filter((name) => at.has(name));
  const problems: Problem[] = [];
  const refuse = (column: string, reason: string) => problems.push({ line, column, reason });
  if (kind === "season" && !at.has("date")) refuse("date", "A season's file needs the column date.");
  if (kind === "season" && !at.has("event")) refuse("event", "A season's file needs the column event.");
  if (!at.has("angler")) refuse("angler", "The file needs the column angler.");
  if (has([...grossColumns, ...netColumns, "place"]).length === 0)
    refuse("weight", "The file needs the column weight or net, or place to go by instead.");
  for (const same of [grossColumns, netColumns, ["dead", "alive"] as const]) {
    const [first, second] = has(same);
    if (second)
      refuse(at.get(second)!.header, `It says the same as "${at.get(first!)!.header}". --ignore one.`);
  }
  if (at.has("alive") && !at.has("fish")) refuse("fish", "The column alive needs fish beside it.");
  return problems;
}
