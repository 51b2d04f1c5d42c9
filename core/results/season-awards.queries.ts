import type { Work } from "../work.ts";

/**
 * Lets go of what is written down of the awards of closed seasons that may be others now that these seasons changed:
 * their own, and later ones that start from earlier totals or ask who is new.
 */
export async function forgetAwards(work: Work, years: readonly number[]): Promise<void> {
  await work.em.execute(
    `delete from season_award x using season s
     where s.id = x.season_id and (
       s.year = any(?::int[])
       or s.year > ? and (s.rules #> '{season,carry}' <> 'null' or s.rules @@ '$.awards[*].rookies == true'))`,
    [`{${years.join(",")}}`, Math.min(...years)],
  );
}
