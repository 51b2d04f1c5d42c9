import { authorize } from "../actor.ts";
import { rebuildResults } from "../results/recompute.service.ts";
import { lockStandings } from "../results/season-awards.queries.ts";
import type { Work } from "../work.ts";
import {
  findKeptSeasons,
  findSeasonsAfter,
  isWrittenOtherwise,
  type KeptSeason,
  writeAwards,
  type WorkedOutSeason,
  writeStanding,
} from "./kept-seasons.queries.ts";
import { basisOf } from "./season-basis.rules.ts";
import { findSeasonPages, type SeasonPage } from "./season-page.queries.ts";
import { addUpSeason, chainOf } from "./season-tables.service.ts";
import { mostKept, topOf } from "./season-top.rules.ts";
import { workOutAwards } from "./work-out-awards.service.ts";

/**
 * Writes down the top of the tables and who has the awards of seasons whose official results changed, and of later ones
 * that hang on them, as far as that is not written down as they are now.
 */
export async function keepFigures(work: Work, { years }: { years: readonly number[] }): Promise<void> {
  if (years.length === 0) return;
  await work.em.flush();
  await lockStandings(work);
  for (const season of await findSeasonsAfter(work, years)) {
    const pages = await findSeasonPages(work, { year: season.year });
    const awardsMissing = season.awarded && !season.awardsWritten;
    const otherThen = !season.named && basisOf(ownOf(pages)) !== season.basis;
    if (awardsMissing || otherThen) await write(work, { season, pages });
  }
}

/**
 * Makes again all that is written down of results, and of the tables and awards of seasons, and tells how many lines were
 * not as the rules say: 0 unless someone changed the copy. What was never written down is no difference.
 */
export async function rebuildFigures(
  work: Work,
): Promise<{ tournaments: number; results: number; differed: number }> {
  authorize(work, "rebuildResults", { roles: [] });
  const rebuilt = await rebuildResults(work);
  await lockStandings(work);
  for (const season of await findKeptSeasons(work)) {
    const pages = await findSeasonPages(work, { year: season.year });
    rebuilt.differed += await write(work, { season, pages });
  }
  return rebuilt;
}

/** The years of which the top of the tables, or who has the awards, is written down otherwise than it is worked out. */
export async function listWronglyKept(work: Work, _: object = {}): Promise<number[]> {
  const wrong = [];
  for (const { id, year, basis } of await findKeptSeasons(work)) {
    if (basis === null) continue;
    const made = await workOut(work, { id, pages: await findSeasonPages(work, { year }) });
    if (await isWrittenOtherwise(work, made)) wrong.push(year);
  }
  return wrong;
}

interface Season {
  season: KeptSeason;
  pages: SeasonPage[];
}

/** Tells how many lines were written otherwise. */
async function write(work: Work, { season, pages }: Season): Promise<number> {
  const made = await workOut(work, { id: season.id, pages });
  let wrong = 0;
  if (!season.named) {
    wrong += (await isWrittenOtherwise(work, made)) ? 1 : 0;
    await writeStanding(work, made);
  }
  if (season.awarded) {
    const otherwise = await writeAwards(work, { seasonId: season.id, awards: made.awards });
    if (season.awardsWritten) wrong += otherwise;
  }
  return wrong;
}

async function workOut(
  work: Work,
  { id, pages }: { id: number; pages: SeasonPage[] },
): Promise<WorkedOutSeason> {
  const { year } = pages[0]!;
  const tables = await addUpSeason(work, { season: year, pages });
  const { rules, winners } = (await workOutAwards(work, { pages, years: [year] })).get(year)!;
  return {
    seasonId: id,
    basis: basisOf(ownOf(pages)),
    races: topOf(tables, mostKept),
    awards: winners.map((own, at) => (rules.awards[at]?.by === "ruling" ? [] : own)),
  };
}

/** The season, and those that it starts from. */
const ownOf = (pages: SeasonPage[]): SeasonPage[] => pages.slice(0, chainOf(pages).length);
