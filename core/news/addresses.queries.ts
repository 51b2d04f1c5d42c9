import type { Work } from "../work.ts";

/** What has a public page of its own; instants are ISO in UTC, null where nothing tells. */
export interface PublicThings {
  seasons: { year: number; changedAt: string | null }[];
  years: number[];
  tournaments: { season: number; number: number; lakeKey: string | null; changedAt: string }[];
  anglers: { id: number; name: string; changedAt: string | null }[];
  lakes: { key: string; changedAt: string | null }[];
  news: { slug: string; changedAt: string }[];
  pages: { slug: string; changedAt: string }[];
}

/** Everything public with an address, and when it last changed; one query. */
export async function findPublicThings(work: Work): Promise<PublicThings> {
  const [things] = await work.em.execute<PublicThings[]>(
    `with told as materialized (
       select subject_id, max(at) as at from audit_record where subject = 'tournament' group by subject_id
     ), held as materialized (
       select t.id, t.number, t.lake_id, t.season_id, s.year, t.state = 'official' and e.cancelled_on is null as official,
              e.first_day, greatest(e.changed_at, told.at) as at
       from tournament t join event e on e.id = t.event_id join season s on s.id = t.season_id
       left join told on told.subject_id = t.id::text
     )
     select
       coalesce((select json_agg(json_build_object('year', y.year, 'changedAt', ${iso("y.at")}) order by y.year desc) from (
                   select s.year, max(h.at) as at from season s left join held h on h.season_id = s.id group by s.id) y), '[]') as seasons,
       coalesce((select json_agg(distinct extract(year from first_day)::int) from event), '[]') as years,
       coalesce((select json_agg(json_build_object('season', h.year, 'number', h.number, 'lakeKey', l.key,
                   'changedAt', ${iso("h.at")}) order by h.first_day desc, h.id desc)
                 from held h left join lake l on l.id = h.lake_id), '[]') as tournaments,
       coalesce((select json_agg(json_build_object('id', a.id, 'name', a.public_name, 'changedAt', ${iso("x.at")}) order by a.id)
                 from angler a join (
                   select c.angler_id, max(h.at) as at from crew c join held h on h.id = c.tournament_id and h.official
                   group by c.angler_id) x on x.angler_id = a.id
                 where a.erased_on is null), '[]') as anglers,
       coalesce((select json_agg(json_build_object('key', l.key, 'changedAt',
                   (select ${iso("max(h.at)")} from held h where h.lake_id = l.id and h.official)) order by l.key)
                 from lake l where not l.retired or exists (
                   select from held h where h.lake_id = l.id and h.official)), '[]') as lakes,
       coalesce((select json_agg(json_build_object('slug', n.slug, 'changedAt', ${iso("coalesce(n.edited_at, n.posted_at)")})
                   order by n.posted_at desc, n.id desc)
                 from news_post n where n.archived_at is null and (n.last_day is null or n.last_day >= ?)), '[]') as news,
       coalesce((select json_agg(json_build_object('slug', p.slug, 'changedAt', ${iso("p.at")}) order by p.slug)
                 from (select slug, max(saved_at) as at from page_revision group by slug) p), '[]') as pages`,
    [work.today],
  );
  return things!;
}

const iso = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
