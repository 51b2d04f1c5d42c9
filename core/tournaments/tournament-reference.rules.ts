/** How people name a tournament. */
export type TournamentReference =
  | { by: "id"; id: number }
  | { by: "date"; date: string }
  | { by: "number"; season: number; number: number }
  | { by: "next" }
  | { by: "last" };

/**
 * Reads a reference: `17` (id), `2026-03-22` (day), `2026-03` (number 3 of 2026, also with the tail of an address:
 * `2026-03-canyon`), `next`, `last`. Null when it is none of these.
 */
export function readTournamentReference(text: string): TournamentReference | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "next" || trimmed === "last") return { by: trimmed };
  if (/^\d{1,9}$/.test(trimmed)) return { by: "id", id: Number(trimmed) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return { by: "date", date: trimmed };
  const numbered = /^(\d{4})-(\d{1,3})(?:-[a-z0-9-]*[a-z][a-z0-9-]*)?$/.exec(trimmed);
  return numbered && { by: "number", season: Number(numbered[1]), number: Number(numbered[2]) };
}
