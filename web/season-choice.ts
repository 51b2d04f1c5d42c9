import { notFound } from "#core/errors.ts";
import { listSeasonYears, type SeasonYear } from "#core/tournaments/seasons-overview.service.ts";
import type { Work } from "#core/work.ts";

/** `2026` as the year it names, undefined where no year was asked for, null for what is no year. */
export function readYear(text: string | undefined): number | undefined | null {
  if (text === undefined) return undefined;
  return /^[12]\d{3}$/.test(text) ? Number(text) : null;
}

/** The season an address means: the year it names, else the current one; null only before the first season. */
export async function chooseSeason(
  work: Work,
  { year }: { year: number | undefined },
): Promise<{ season: SeasonYear | null; seasons: SeasonYear[] }> {
  const seasons = await listSeasonYears(work);
  const season = seasons.find((one) => (year === undefined ? one.current : one.year === year)) ?? null;
  if (season === null && year !== undefined)
    throw notFound("season-not-found", `There is no season ${year}.`);
  return { season, seasons };
}
