import type { PresetName } from "../seasons/presets.rules.ts";
import { addDays, type ClubDate } from "../time.ts";

/** Where a season stands in the demo's story: two years by anglers, the current one by crews, and one only planned. */
export type Chapter = "first" | "second" | "current" | "coming";

/** The rules of each chapter. */
export const presetOf: Record<Chapter, PresetName> = {
  first: "sabc-individual",
  second: "sabc-individual",
  current: "sabc-team",
  coming: "sabc-team",
};

/** The last days of a year's tournaments, January to November: the fourth Sunday, as the presets' schedule says. */
export const sundaysOf = (year: number): ClubDate[] =>
  Array.from({ length: 11 }, (_, at) => nthWeekday({ year, month: at + 1, weekday: 0, nth: 4 }));

/**
 * The years of the story on a day. The current one is the last of which a tournament is over; where no tournament of
 * it is ahead, the coming one is planned too.
 */
export function chaptersOn(today: ClubDate): { chapter: Chapter; year: number }[] {
  const thisYear = Number(today.slice(0, 4));
  const current = sundaysOf(thisYear)[0]! < today ? thisYear : thisYear - 1;
  const chapters = [
    { chapter: "first", year: current - 2 },
    { chapter: "second", year: current - 1 },
    { chapter: "current", year: current },
  ] as const;
  if (sundaysOf(current).at(-1)! >= today) return [...chapters];
  return [...chapters, { chapter: "coming", year: current + 1 }];
}

/** The nth weekday of a month (Sunday is 0, January 1); the last one where nth is "last". */
export function nthWeekday({
  year,
  month,
  weekday,
  nth,
}: {
  year: number;
  month: number;
  weekday: number;
  nth: number | "last";
}): ClubDate {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const ahead = (weekday - new Date(`${first}T00:00:00Z`).getUTCDay() + 7) % 7;
  if (nth !== "last") return addDays(first, ahead + 7 * (nth - 1));
  const fifth = addDays(first, ahead + 28);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(first, ahead + 21);
}
