import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import type { StatusRow } from "./status.rules.ts";

/** What decides whether someone is a current member, and nothing else. */
export interface StandingRow {
  id: number;
  statuses: StatusRow[];
  /** Payments that count: first and last day covered. */
  covered: [from: ClubDate, to: ClubDate][];
}

/** Everybody who ever had a status, or one angler alone; one query, light enough for every vote. */
export const findStandings = (work: Work, { anglerId }: { anglerId?: number } = {}): Promise<StandingRow[]> =>
  anglerId === undefined
    ? work.em.execute<StandingRow[]>(standingRows("true"))
    : work.em.execute<StandingRow[]>(standingRows("angler_id = ?"), [anglerId, anglerId]);

/** The same for a query that asks more; what `only` asks is asked twice. */
export const standingRows = (only: string): string => `
  select s.angler_id as id, s.statuses, coalesce(d.covered, '[]') as covered
  from (select angler_id, json_agg(json_build_object('status', status, 'from', from_day::text)) as statuses
        from angler_status where ${only} group by angler_id) s
  left join (select angler_id, json_agg(json_build_array(covers_from::text, covers_to::text)) as covered
             from dues_payment where voided_at is null and ${only} group by angler_id) d using (angler_id)`;
