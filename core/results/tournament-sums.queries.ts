import type { Work } from "../work.ts";

/** Adds up again what is stored of these tournaments' results, and tells how many of the sums were not so. */
export async function writeSums(work: Work, tournamentIds: readonly number[]): Promise<number> {
  const ids = `{${tournamentIds.join(",")}}`;
  const [row] = await work.em.execute<{ wrong: number }[]>(
    `with made as (
       ${summed} from result where tournament_id = any(?::int[]) group by tournament_id, ranking
     ), gone as (
       delete from tournament_sum s where tournament_id = any(?::int[]) and not exists (
         select from made where made.tournament_id = s.tournament_id and made.ranking = s.ranking)
       returning 1
     ), written as (
       insert into tournament_sum as s select * from made
       on conflict (tournament_id, ranking) do update
         set (${figures()}) = row(${figures("excluded.")})
         where (${figures("s.")}) is distinct from (${figures("excluded.")})
       returning 1
     )
     select ((select count(*) from gone) + (select count(*) from written))::int as wrong`,
    [ids, ids],
  );
  return row!.wrong;
}

/** What the results of a tournament come to in a ranking, in the order of the table's columns. */
export const summed = `
  select tournament_id, ranking,
         count(*) filter (where outcome = 'fished') as fished, count(*) filter (where zero) as zeros,
         count(*) filter (where full_limit) as limits,
         coalesce(sum(net) filter (where outcome = 'fished'), 0) as weight,
         max(net) filter (where caught) as best_net, max(big_bass) filter (where caught) as big_bass,
         max(net) filter (where win) as winning_net`;

const figures = (of = ""): string =>
  ["fished", "zeros", "limits", "weight", "best_net", "big_bass", "winning_net"]
    .map((column) => of + column)
    .join(", ");
