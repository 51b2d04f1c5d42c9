import type { Work } from "../work.ts";

export interface OpenPolls {
  polls: {
    id: number;
    title: string;
    /** An ISO instant in UTC. */
    closesAt: string;
    voted: number;
  }[];
  /** What decides who may vote; empty while no poll is open. */
  statuses: { anglerId: number; status: "guest" | "applicant" | "member" | "former"; from: string }[];
  payments: { anglerId: number; coversFrom: string; coversTo: string }[];
}

/** The polls that are open on the club's clock, the next to close first, with what turnout is of; one query. */
export async function findOpenPolls(work: Work): Promise<OpenPolls> {
  const [open] = await work.em.execute<OpenPolls[]>(
    `with open as materialized (
       select p.id, p.title, p.closes_at, p.secret from poll p
       left join tournament t on t.id = p.tournament_id left join event e on e.id = t.event_id
       where p.opens_at <= ?::timestamptz and ?::timestamptz < p.closes_at
         and p.tallied_at is null and p.cancelled_at is null and e.cancelled_on is null
     )
     select coalesce((select json_agg(json_build_object('id', o.id, 'title', o.title,
                        'closesAt', to_char(o.closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                        'voted', case when o.secret
                          then (select count(*) from roll r where r.poll_id = o.id)
                          else (select count(*) from ballot b where b.poll_id = o.id and b.withdrawn_at is null) end
                      ) order by o.closes_at, o.id) from open o), '[]') as polls,
            coalesce((select json_agg(json_build_object('anglerId', angler_id, 'status', status, 'from', from_day::text))
                      from angler_status where exists (select from open)), '[]') as statuses,
            coalesce((select json_agg(json_build_object('anglerId', angler_id, 'coversFrom', covers_from::text,
                        'coversTo', covers_to::text))
                      from dues_payment where voided_at is null and exists (select from open)), '[]') as payments`,
    [work.now.toISO(), work.now.toISO()],
  );
  return open!;
}
