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

/** The first official tournament of a season from a day on: what its pots paid stands. */
export async function findDecided(
  work: Work,
  { seasonId, from }: { seasonId: number; from: ClubDate },
): Promise<{ name: string; firstDay: ClubDate } | null> {
  const [decided] = await work.em.execute<{ name: string; firstDay: ClubDate }[]>(
    `select e.name, e.first_day::text as "firstDay" from tournament t join event e on e.id = t.event_id
     where t.season_id = ? and t.state = 'official' and e.cancelled_on is null and e.first_day >= ?
     order by e.first_day, t.id limit 1`,
    [seasonId, from],
  );
  return decided ?? null;
}
