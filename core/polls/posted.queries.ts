import type { Work } from "../work.ts";

/**
 * The polls that have begun and are of interest still: a week after their close or their decision, and as long as a
 * tie waits; a bylaw from when it was made, for its text is posted before; the first to close first.
 */
export async function findStandingIds(work: Work): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    `select p.id from poll p where ${standing} order by p.closes_at, p.id`,
  );
  return rows.map(({ id }) => id);
}

/** The same polls with what changes whenever they look otherwise: who has voted, what officers did, the hour. */
export async function findPulse(work: Work): Promise<{ poll: number; beat: string }[]> {
  return work.em.execute<{ poll: number; beat: string }[]>(
    `select p.id as poll, concat_ws(' ', p.revision, p.cancelled_at is not null, p.tallied_at is not null,
       p.opens_at > club_now(), p.closes_at > club_now(), e.revision, e.cancelled_on, case when p.secret
         then (select count(*)::text from roll r where r.poll_id = p.id)
         else (select concat_ws(' ', count(*), max(b.cast_at), max(b.withdrawn_at)) from ballot b where b.poll_id = p.id)
       end, (select string_agg(concat_ws(' ', m.id, m.reposts, m.lost, m.message is null, m.channel), ',' order by m.id)
         from posted_message m where m.poll_id = p.id), (select concat_ws(' ', discord_channels, discord_role) from club)
       ) as beat
     from poll p
     left join tournament t on t.id = p.tournament_id
     left join event e on e.id = t.event_id
     where ${standing}`,
  );
}

const standing = `(p.bylaw or p.opens_at <= club_now()) and (p.closes_at > club_now() - interval '7 days'
  or p.decided_at > club_now() - interval '7 days'
  or (p.tallied_at is not null and p.decided_at is null and p.cancelled_at is null))`;
