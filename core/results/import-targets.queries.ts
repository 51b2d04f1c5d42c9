import type { StoredState } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";

/** A tournament that a file's rows go to, and the documents it is scored by, as they are stored. */
export interface ImportTarget {
  id: number;
  season: number;
  seasonId: number;
  closed: boolean;
  number: number;
  name: string;
  firstDay: string;
  lastDay: string;
  days: number;
  state: StoredState;
  cancelled: boolean;
  rules: unknown;
  changes: unknown;
}

/**
 * One import at a time, to the end of this work: what a file brings anew, guests and events, is no row yet that the
 * second could wait for, and both would make it.
 */
export async function waitForOtherImports(work: Work): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext('import'))");
}

/** These tournaments by day, in one query whatever their number. */
export function findTargets(work: Work, ids: readonly number[]): Promise<ImportTarget[]> {
  return work.em.execute<ImportTarget[]>(
    `select t.id, s.year as season, s.id as "seasonId", s.closed, t.number, e.name,
            e.first_day::text as "firstDay", e.last_day::text as "lastDay", e.last_day - e.first_day + 1 as days,
            t.state, e.cancelled_on is not null as cancelled, s.rules, t.changes
     from tournament t join event e on e.id = t.event_id join season s on s.id = t.season_id
     where t.id = any(?::int[]) order by e.first_day, t.id`,
    [`{${ids.join(",")}}`],
  );
}
