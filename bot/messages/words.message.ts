import type { AnglerRef } from "#core/anglers/anglers.service.ts";
import type { Points } from "#core/points.ts";
import { printPoints } from "#core/points.ts";
import { printDate } from "#core/time.ts";
import { type Measure, printWeight, unitOf, type Weight } from "#core/weight.ts";
import { button, limits } from "../components.ts";
import type { Press } from "../custom-id.ts";
import { cut, escaped } from "../text.ts";

/** A name as long as a line of a list has room for, as plain text. */
export const nameOf = (name: string, most = 60): string => escaped(cut(name, most));

/** Who was aboard: `Ann Lee + Bob Cruz`. */
export const crewOf = (crew: readonly AnglerRef[]): string =>
  crew.map(({ name }) => nameOf(name, crew.length > 1 ? 36 : 60)).join(" + ");

/** An officer's Markdown as Discord reads it too, but without mentions and pictures. */
export const prose = (markdown: string): string =>
  markdown
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/@(?=everyone|here)|<(?=[@#])/gi, "$&\u200b");

/** `14.95 lb`, or inches where fish are measured; a dash where it is not known. */
export const weightOf = (weight: Weight | null, measure: Measure): string =>
  weight === null ? "–" : `${printWeight(weight)} ${unitOf(measure)}`;

export const pointsOf = (points: Points): string => `${printPoints(points)} points`;

/** `Sun 22 Mar 2026`, or `Sat 21 Mar 2026 to Sun 22 Mar 2026`. */
export const daysOf = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string =>
  firstDay === lastDay ? printDate(firstDay) : `${printDate(firstDay)} to ${printDate(lastDay)}`;

/** `1`, `T4` for a tie, a dash for who has no place. */
export const placeOf = (place: number | null, tied: boolean): string =>
  place === null ? "–" : `${tied ? "T" : ""}${place}`;

/** The same answer for everybody to see; its custom id is the answer's with a 1 at the end. */
export const showButton = ({ verb, of, numbers }: Press) =>
  button({ verb, of, numbers: [...numbers, 1] }, { words: "Show in channel" });

/** `Travis`, `Travis and Canyon`, `Travis, Canyon and 3 others`. */
export function together(names: readonly string[], most = 5): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names.slice(0, -1);
  const rest = names.length - shown.length;
  const last = rest > 1 ? `${rest} others` : (names.at(-1) ?? "");
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

/** As many lists as it takes, each as long as one of Discord's selects may be. */
export const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / limits.options) }, (_, at) =>
    all.slice(at * limits.options, (at + 1) * limits.options),
  );

/** Where in a list one is: never before the first page or behind the last. */
export function pageOf<T>(all: readonly T[], { page, size }: { page: number; size: number }) {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(Math.max(page, 0), pages - 1);
  return { pages, at, rows: all.slice(at * size, (at + 1) * size) };
}
