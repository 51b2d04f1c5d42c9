import type { Work } from "../work.ts";

/**
 * Lets go of what is written down of the tables and awards of seasons that may be others now that official results of
 * these years changed: their own, and those of later ones that start from earlier totals or ask who is new.
 */
export async function forgetSeasons(work: Work, years: readonly number[]): Promise<void> {
  await lockStandings(work);
  await work.em.execute(
    `with changed as (
       select s.id from season s
       where s.year = any(?::int[])
         or s.year > ? and (s.rules #> '{season,carry}' <> 'null' or s.rules @@ '$.awards[*].rookies == true')
     ), standings as (
       delete from season_standing where season_id in (select id from changed)
     )
     delete from season_award where season_id in (select id from changed)`,
    [`{${years.join(",")}}`, Math.min(...years)],
  );
}

/**
 * Official results are changed, and what hangs on them is written down, one transaction after the other: two at once
 * would not see each other's, and the later would write down a season that never was. After the lock on the pots.
 */
export async function lockStandings(work: Work): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext('standings'))");
}
