import { authorize } from "../actor.ts";
import { recomputeResults, scoreTournaments } from "../results/recompute.service.ts";
import { findResultRows, replaceResultRows } from "../results/result-rows.queries.ts";
import { countDifferences, resultRows } from "../results/result-rows.rules.ts";
import { keepFigures } from "../standings/keep-figures.service.ts";
import type { Work } from "../work.ts";

/**
 * Lets the lines of results of tournaments follow a person, and works them out again. Where the figures are the same
 * their order alone may be another, as the tied stand by number: that changes no closed season.
 */
export async function moveResults(
  work: Work,
  { from, to, tournamentIds }: { from: number; to: number; tournamentIds: readonly number[] },
): Promise<void> {
  authorize(work, "moveResults", { roles: [] });
  if (tournamentIds.length === 0) return;
  const stored = (await findResultRows(work, tournamentIds)).map((row) =>
    row.anglerId === from ? { ...row, anglerId: to } : row,
  );
  const scored = await scoreTournaments(work, { tournamentIds });
  const made = scored.flatMap(({ tournamentId, score }) => resultRows(tournamentId, score));
  const same = countDifferences(stored, made) === 0;
  await replaceResultRows(work, { tournamentIds, rows: same ? made : stored });
  const { tournaments } = await recomputeResults(work, { tournamentIds });
  await keepFigures(work, { years: tournaments.map(({ season }) => season.year) });
}
