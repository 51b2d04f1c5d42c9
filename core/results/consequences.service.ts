import { namingOf } from "./names.rules.ts";
import { findPublicNames } from "./names.queries.ts";
import { recomputeResults, type ScoredTournament, scoreTournaments } from "./recompute.service.ts";
import { idsIn, type ResultChanges, resultChanges } from "./result-changes.rules.ts";
import type { Work } from "../work.ts";

export type { LineChange, ResultChanges } from "./result-changes.rules.ts";

/** What becomes of figures, and the tournaments as they are scored now. */
export interface Consequences {
  changes: ResultChanges;
  tournaments: ScoredTournament[];
}

/**
 * Makes a change to the facts or rules of these tournaments, writes their results down again, and tells what became
 * different.
 */
export async function withConsequences(
  work: Work,
  { tournamentIds, change }: { tournamentIds: readonly number[]; change: () => Promise<void> | void },
): Promise<Consequences> {
  const before = await scoreTournaments(work, { tournamentIds });
  await change();
  const { tournaments, posted, stays } = await recomputeResults(work, { tournamentIds });
  const names = await findPublicNames(work, idsIn([...before, ...tournaments], stays));
  return {
    changes: resultChanges({ before, after: tournaments, posted, stays, naming: namingOf(names) }),
    tournaments,
  };
}
