import type { AnglerRef } from "../anglers/anglers.service.ts";

/** Who stands behind an id. */
export type Naming = (id: number) => AnglerRef;

/** Public names by id; who is not among them is called by the number. */
export function namingOf(names: readonly { id: number; name: string }[]): Naming {
  const byId = new Map(names.map(({ id, name }) => [id, { id, name }]));
  return (id) => byId.get(id) ?? { id, name: `Angler ${id}` };
}

/** `Ann`, `Ann and Bob`, `Ann, Bob and Cal` */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A crew as one name: `Ann + Bob`. */
export const crewWords = (crew: readonly { name: string }[]): string =>
  crew.map(({ name }) => name).join(" + ");

/** `1st`, `22nd`, `13th`; a mean of places as it is, `4.5`. */
export function ordinal(place: number): string {
  if (!Number.isInteger(place)) return String(place);
  const teen = place % 100 >= 11 && place % 100 <= 13;
  return `${place}${teen ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th")}`;
}
