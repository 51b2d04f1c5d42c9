import type { Work } from "../work.ts";
import { writeKept } from "./kept.queries.ts";

const tournamentSum = {
  table: "tournament_sum",
  key: ["tournament_id", "ranking"],
  figures: ["fished", "zeros", "limits", "weight", "best_net", "big_bass", "winning_net"],
} as const;

/** Adds up again what is stored of these tournaments' results, and tells how many of the sums were not so. */
export function writeSums(work: Work, tournamentIds: readonly number[]): Promise<number> {
  const ids = `{${tournamentIds.join(",")}}`;
  return writeKept(work, {
    kept: tournamentSum,
    made: `${summed} from result where tournament_id = any(?::int[]) group by tournament_id, ranking`,
    where: "tournament_id = any(?::int[])",
    values: [ids, ids],
  });
}

/** What the results of a tournament come to in a ranking, in the order of the table's columns. */
export const summed = `
  select tournament_id, ranking,
         count(*) filter (where outcome = 'fished') as fished, count(*) filter (where zero) as zeros,
         count(*) filter (where full_limit) as limits,
         coalesce(sum(net) filter (where outcome = 'fished'), 0) as weight,
         max(net) filter (where caught) as best_net, max(big_bass) filter (where caught) as big_bass,
         max(net) filter (where win) as winning_net`;
