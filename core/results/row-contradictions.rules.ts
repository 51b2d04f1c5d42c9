import type { ColumnName, FileKind } from "./column-names.rules.ts";
import type { ResultsRow } from "./results-row.rules.ts";

/** What one row says against itself, and what it leaves out: cells each in order, together not. */
export function contradictions({
  row,
  alive,
  kind,
}: {
  row: ResultsRow;
  alive: number | null;
  kind: FileKind;
}): { column: ColumnName; reason: string }[] {
  const found: { column: ColumnName; reason: string }[] = [];
  const refuse = (column: ColumnName, reason: string) => found.push({ column, reason });
  const weight = row.gross ?? row.net;

  if (row.angler === "") refuse("angler", "The row names no angler.");
  if (same(row.partner, row.angler)) refuse("partner", "The partner is the angler.");
  if (same(row.standsInFor, row.angler)) refuse("stands_in_for", "Nobody stands in for themselves.");
  if (kind === "season" && row.date === null) refuse("date", "The row has no date.");
  if (kind === "season" && row.event === null) refuse("event", "The row names no event.");
  if (row.ramp !== null && row.lake === null) refuse("ramp", "The row names a ramp and no lake.");

  if (row.fish === null) {
    if (alive !== null) refuse("alive", "Fish alive are given and fish are not.");
  } else {
    const caught = `than the ${row.fish} caught`;
    if (row.dead < 0) refuse("alive", `More fish alive ${caught}.`);
    if (row.dead > row.fish) refuse("dead", `More dead fish ${caught}.`);
    if (row.short > row.fish) refuse("short", `More short fish ${caught}.`);
    if (row.fish === 0 && row.bigBass !== null) refuse("big_bass", "No fish, and a big bass.");
    if (row.fish === 0 && weight !== null && weight !== 0 && kind === "tournament")
      refuse("fish", "No fish, and a weight. Leave fish blank if nobody counted them.");
  }
  if (row.caughtBy !== null && row.bigBass === null)
    refuse("caught_by", "It has no weight in the column big_bass.");
  if (row.gross !== null && row.net !== null)
    refuse("net", "Weight and net are both given. Leave net blank: it is the weight less penalties.");
  if (row.net !== null && row.penalty > 0)
    refuse("penalty", "A net has its penalties taken. Leave it blank, or give the weight.");
  if (row.penalty > 0 && row.reason === null)
    refuse("penalty", "A penalty needs its reason in the column reason.");
  if (
    (row.status === "buy-in" || row.status === "did-not-fish") &&
    ((row.fish ?? 0) > 0 || (weight ?? 0) > 0)
  )
    refuse("status", "Who did not fish has no fish and no weight.");
  return found;
}

const same = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase();
