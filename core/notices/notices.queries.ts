import type { Work } from "../work.ts";

interface Counted {
  waiting: number;
  due: number;
  overdue: number;
  failed: number;
}

export async function countNoticesByState(work: Work): Promise<Counted> {
  const [counted] = await work.em.execute<Counted[]>(
    `select count(*) filter (where state = 'waiting')::int as waiting,
            count(*) filter (where state = 'waiting' and due_at <= club_now())::int as due,
            count(*) filter (where state = 'waiting' and due_at <= club_now() - interval '1 hour')::int as overdue,
            count(*) filter (where state = 'failed')::int as failed
     from notice where state in ('waiting', 'failed')`,
  );
  return counted!;
}
