import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";

/** A member on a day whose dues do not cover it, and how they were reminded in a year. */
export interface Owing {
  anglerId: number;
  /** By occasion, with the club's day. */
  told: { occasion: string; on: ClubDate }[];
}

/**
 * Who may owe on a day, in one query that stays quick when it is asked every minute: it narrows the club down to
 * members without a payment for the day; what they are and until when they paid is for the rules to say.
 */
export function findOwing(work: Work, { day, year }: { day: ClubDate; year: number }): Promise<Owing[]> {
  return work.em.execute<Owing[]>(
    `select now.angler_id as "anglerId", coalesce((
       select json_agg(json_build_object('occasion', n.occasion, 'on',
                (n.made_at at time zone coalesce((select zone from club), 'UTC'))::date::text) order by n.id)
       from notice n
       where n.purpose = 'dues-reminder' and n.recipient_id = now.angler_id and n.occasion in (?, ?)
     ), '[]') as told
     from (
       select distinct on (angler_id) angler_id, status from angler_status
       where from_day <= ? order by angler_id, from_day desc
     ) now
     join angler a on a.id = now.angler_id
     where now.status = 'member' and a.erased_on is null and not exists (
       select from dues_payment p
       where p.angler_id = a.id and p.voided_at is null and p.covers_from <= ? and p.covers_to >= ?
     )
     order by a.id`,
    [String(year), `${year} overdue`, day, day, day],
  );
}
