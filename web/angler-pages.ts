import { notFound } from "#core/errors.ts";
import { type AnglerList, listedAtOnce } from "#core/standings/angler-page.service.ts";
import { anglersPath } from "./addresses.ts";

/** A page of the list of anglers, and the ways to the others; all of it where one page is enough. */
export interface AnglersShown {
  /** `begins`: the letter whose names begin here. */
  anglers: (AnglerList["anglers"][number] & { begins: string | null })[];
  total: number;
  page: number;
  /** Which of all are here, from 1; null where all are. */
  here: { first: number; last: number } | null;
  previous: string | null;
  next: string | null;
  /** Where the names with each letter begin. */
  letters: { letter: string; path: string }[];
}

/** How many come before a page of the list. */
export const anglersBefore = (page: number): number => (page - 1) * listedAtOnce;

/** The first page is there before anyone is listed; another only with someone on it. */
export function pageOfAnglers({ anglers, total, letters }: AnglerList, page: number): AnglersShown {
  if (page > 1 && anglers.length === 0)
    throw notFound("page-not-found", `The list of anglers has no page ${page}.`);
  const before = anglersBefore(page);
  const begins = new Map(letters.map(({ letter, at }) => [at - before, letter]));
  const shown = anglers.map((angler, at) => ({ ...angler, begins: begins.get(at) ?? null }));
  if (total <= listedAtOnce)
    return { anglers: shown, total, page, here: null, previous: null, next: null, letters: [] };
  const last = before + anglers.length;
  return {
    anglers: shown,
    total,
    page,
    here: { first: before + 1, last },
    previous: page > 1 ? anglersPath(page - 1) : null,
    next: last < total ? anglersPath(page + 1) : null,
    letters: letters.map(({ letter, at }) => ({
      letter,
      path: `${anglersPath(Math.floor(at / listedAtOnce) + 1)}#${letter}`,
    })),
  };
}
