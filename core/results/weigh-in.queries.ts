import type { Work } from "../work.ts";

export interface AnglerRow {
  id: number;
  name: string;
  publicName: string;
  aliases: string[];
  member: boolean;
}

/** Everyone the club knows, with their other names and whether they are a member on a day: members first, by name. */
export function findAnglersToEnter(work: Work, { day }: { day: string }): Promise<AnglerRow[]> {
  return work.em.execute<AnglerRow[]>(
    `select * from (
       select a.id, a.name, a.public_name as "publicName",
         coalesce((select json_agg(l.name order by l.name) from angler_alias l where l.angler_id = a.id), '[]') as aliases,
         coalesce((select s.status = 'member' from angler_status s
                   where s.angler_id = a.id and s.from_day <= ? order by s.from_day desc limit 1), false) as member
       from angler a
     ) as known
     order by member desc, lower("publicName"), id`,
    [day],
  );
}

/** What the other penalties of a tournament's bags are for, by the bag's id. */
export async function findPenaltyReasons(
  work: Work,
  { tournamentId }: { tournamentId: number },
): Promise<Map<number, string>> {
  const rows = await work.em.execute<{ id: number; reason: string }[]>(
    `select b.id, b.penalty_reason as reason from bag b join entry n on n.id = b.entry_id
     where n.tournament_id = ? and b.penalty_reason is not null`,
    [tournamentId],
  );
  return new Map(rows.map(({ id, reason }) => [id, reason]));
}
