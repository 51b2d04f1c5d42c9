import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";

/** Someone who joined an optional pot of a season. */
export interface PotMemberRow {
  pot: string;
  angler: AnglerRef;
  paidOn: ClubDate;
}

/** Who joined the optional pots of a season, by pot and day. */
export function findPotMembers(work: Work, seasonId: number): Promise<PotMemberRow[]> {
  return work.em.execute<PotMemberRow[]>(
    `select m.pot, json_build_object('id', a.id, 'name', a.public_name) as angler, m.paid_on::text as "paidOn"
     from pot_membership m join angler a on a.id = m.angler_id
     where m.season_id = ? order by m.pot, m.paid_on, m.id`,
    [seasonId],
  );
}
