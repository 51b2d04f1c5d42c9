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
