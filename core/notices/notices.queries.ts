import type { Work } from "../work.ts";

interface Counted {
  waiting: number;
  due: number;
  failed: number;
  oldest: string | null;
}

export async function countNoticesByState(work: Work): Promise<Counted> {
  const [counted] = await work.em.execute<Counted[]>(
    `select count(*) filter (where state = 'waiting')::int as waiting,
            count(*) filter (where state = 'waiting' and due_at <= club_now())::int as due,
            count(*) filter (where state = 'failed')::int as failed,
            min(made_at) filter (where state = 'waiting')::text as oldest
     from notice where state in ('waiting', 'failed')`,
  );
  return counted!;
}
