/** How people name something on the calendar. */
export type EventReference =
  | { by: "id"; id: number }
  | { by: "date"; date: string }
  | { by: "tournament"; reference: string }
  | { by: "next" }
  | { by: "name"; name: string };

/**
 * Reads a reference: `17` (id), `2026-03-10` (day), `2026-03` (number 3 of 2026's tournaments, also with the tail of an
 * address), `next`; anything else is a name.
 */
export function readEventReference(text: string): EventReference {
  const trimmed = text.trim().replaceAll(/\s+/g, " ");
  if (/^\d{1,9}$/.test(trimmed)) return { by: "id", id: Number(trimmed) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return { by: "date", date: trimmed };
  if (/^\d{4}-\d{1,3}(-[a-z0-9-]*[a-z][a-z0-9-]*)?$/i.test(trimmed))
    return { by: "tournament", reference: trimmed };
  return trimmed.toLowerCase() === "next" ? { by: "next" } : { by: "name", name: trimmed };
}
