import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";

/** Someone who is a member now, fished as a guest, and of whom the record knows nothing as early as that day. */
export interface UnrecordedRow {
  angler: AnglerRef;
  /** The day on which the record begins. */
  since: ClubDate;
}

export function findUnrecorded(work: Work, tournamentId: number): Promise<UnrecordedRow[]> {
  return work.em.execute<UnrecordedRow[]>(
    `select json_build_object('id', a.id, 'name', a.public_name) as angler, s.since::text as since
     from crew c
     join tournament t on t.id = c.tournament_id
     join event e on e.id = t.event_id
     join angler a on a.id = c.angler_id
     join (select angler_id, min(from_day) as since, (array_agg(status order by from_day desc))[1] as now
           from angler_status group by angler_id) s on s.angler_id = a.id
     where c.tournament_id = ? and not c.was_member and s.since > e.first_day and s.now = 'member'
     order by a.public_name, a.id`,
    [tournamentId],
  );
}
