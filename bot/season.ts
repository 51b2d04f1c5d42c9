import { findCurrentSeason } from "#core/tournaments/seasons-overview.service.ts";
import { notFound } from "#core/errors.ts";
import type { Work } from "#core/work.ts";

/** The season that is meant: the one that was named, else the current one. */
export async function seasonMeant(work: Work, named: number | null): Promise<number> {
  const season = named ?? (await findCurrentSeason(work));
  if (season === null) throw notFound("no-season", "There is no season yet.");
  return season;
}
