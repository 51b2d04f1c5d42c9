import type { Work } from "../work.ts";

/** A poll's message in a channel under which members may talk. */
export interface Discussed {
  poll: number;
  title: string;
  channel: string;
  message: string;
}

/** The messages of open polls that have no thread yet. */
export function findUndiscussed(work: Work): Promise<Discussed[]> {
  return work.em.execute<Discussed[]>(
    `select p.id as poll, p.title, m.channel, m.message
     from poll p join posted_message m on m.poll_id = p.id and m.kind = 'poll'
     where m.message is not null and m.lost is null and p.tallied_at is null and p.cancelled_at is null
       and p.opens_at <= club_now() and club_now() < p.closes_at
       and not exists (select from posted_message t where t.poll_id = p.id and t.kind = 'thread'
                         and (t.message is not null or t.lost is not null))
     order by p.id`,
  );
}
