import { authorize } from "../actor.ts";
import { rebuildResults } from "../results/recompute.service.ts";
import type { Work } from "../work.ts";
import { findAwardedSeasons, writeAwards } from "./award-pages.queries.ts";
import { findSeasonPages } from "./season-page.queries.ts";
import { workOutAwards } from "./work-out-awards.service.ts";

/** Writes down who has the awards of the closed seasons from this year on of which it is not written down yet. */
export async function keepAwards(work: Work, { from }: { from: number }): Promise<void> {
  await work.em.flush();
  for (const { id, year, written } of await findAwardedSeasons(work, { from })) {
    if (!written) await write(work, { id, year });
  }
}

/**
 * Makes again all that is written down of results, and of the awards of closed seasons, and tells how many lines were
 * not as the rules say: 0 unless someone changed the copy. Awards that were never written down are no difference.
 */
export async function rebuildFigures(
  work: Work,
): Promise<{ tournaments: number; results: number; differed: number }> {
  authorize(work, "rebuildResults", { roles: [] });
  const rebuilt = await rebuildResults(work);
  for (const { id, year, written } of await findAwardedSeasons(work, { from: 0 })) {
    const wrong = await write(work, { id, year });
    if (written) rebuilt.differed += wrong;
  }
  return rebuilt;
}

async function write(work: Work, { id, year }: { id: number; year: number }): Promise<number> {
  const pages = await findSeasonPages(work, { year });
  const { rules, winners } = (await workOutAwards(work, { pages, years: [year] })).get(year)!;
  const awards = winners.map((own, at) => (rules.awards[at]?.by === "ruling" ? [] : own));
  return writeAwards(work, { seasonId: id, awards });
}
