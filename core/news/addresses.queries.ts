import type { Work } from "../work.ts";

/** What has a public page of its own; instants are ISO in UTC, null where nothing tells. */
export interface PublicThings {
  seasons: { year: number; changedAt: string | null }[];
  years: number[];
  lakes: { key: string; changedAt: string | null }[];
  pages: { slug: string; changedAt: string }[];
}

export interface PublicTournament {
  season: number;
  number: number;
  lakeKey: string | null;
  changedAt: string;
}

export interface PublicAngler {
  id: number;
  name: string;
  changedAt: string;
}

export interface PublicNews {
  slug: string;
  changedAt: string;
}

/** Which parts there are of what a club has ever more of. */
export interface PublicParts {
  tournaments: number[];
  anglers: number[];
  news: number[];
}

/** Numbers to a part: what one answer may cost does not grow with the club. */
const size = 500;

const iso = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** When a tournament's page changed, by its event and the log; the log is asked by its index. */
const toldOf = (tournament: string, changed: string): string => `greatest(${changed}, (
  select max(a.at) from audit_record a where a.subject = 'tournament' and a.subject_id = ${tournament}::text))`;

const isOfficial = "t.state = 'official' and e.cancelled_on is null";
const isNews = "n.archived_at is null and (n.last_day is null or n.last_day >= ?)";

/** The parts that hold something; one query, and no more of a part than its first. */
export async function findPublicParts(work: Work): Promise<PublicParts> {
  const partsOf = (table: string, some: string): string =>
    `array(select part from generate_series(1, (select max(id) / ${size} + 1 from ${table})) part
           where exists (${some}) order by part)`;
  const [parts] = await work.em.execute<PublicParts[]>(
    `select
       ${partsOf("tournament", `select from tournament t where ${within("t.id")}`)} as tournaments,
       ${partsOf(
         "angler",
         `select from crew c join angler a on a.id = c.angler_id and a.erased_on is null
          join tournament t on t.id = c.tournament_id join event e on e.id = t.event_id
          where ${within("c.angler_id")} and ${isOfficial}`,
       )} as anglers,
       ${partsOf("news_post", `select from news_post n where ${within("n.id")} and ${isNews}`)} as news`,
    [work.today],
  );
  return parts!;
}

const within = (column: string): string => `${column} between (part - 1) * ${size} and part * ${size} - 1`;

/**
 * Everything public with an address of which a club has few; one query. A closed season and a lake are as new as the last
 * of their tournaments, or as the last that was moved or added: so the log of all that ever was need not be read.
 */
export async function findPublicThings(work: Work): Promise<PublicThings> {
  const [things] = await work.em.execute<PublicThings[]>(
    `with held as materialized (
       select t.id, t.lake_id, t.season_id, e.changed_at as at, ${isOfficial} as official,
              row_number() over (order by e.first_day, t.id) as turn
       from tournament t join event e on e.id = t.event_id
     ), told as (
       select s.year, max(case when s.closed and h.turn < last.turn then h.at else ${toldOf("h.id", "h.at")} end) as at
       from season s
       left join (select season_id, max(turn) as turn from held group by season_id) last on last.season_id = s.id
       left join held h on h.season_id = s.id
       group by s.year
     ), fished as (
       select last.lake_id, ${toldOf("h.id", "last.at")} as at
       from (select lake_id, max(turn) as turn, max(at) as at from held where official group by lake_id) last
       join held h on h.turn = last.turn
     )
     select
       coalesce((select json_agg(json_build_object('year', year, 'changedAt', ${iso("at")}) order by year desc) from told), '[]') as seasons,
       coalesce((select json_agg(distinct extract(year from first_day)::int) from event), '[]') as years,
       coalesce((select json_agg(json_build_object('key', l.key, 'changedAt', ${iso("f.at")}) order by l.key)
                 from lake l left join fished f on f.lake_id = l.id
                 where not l.retired or f.lake_id is not null), '[]') as lakes,
       coalesce((select json_agg(json_build_object('slug', p.slug, 'changedAt', ${iso("p.at")}) order by p.slug)
                 from (select slug, max(saved_at) as at from page_revision group by slug) p), '[]') as pages`,
  );
  return things!;
}

/** The tournaments of a part; one query. */
export const findPublicTournaments = (work: Work, part: number): Promise<PublicTournament[]> =>
  work.em.execute<PublicTournament[]>(
    `select s.year as season, t.number, l.key as "lakeKey", ${iso(toldOf("t.id", "e.changed_at"))} as "changedAt"
     from tournament t join event e on e.id = t.event_id join season s on s.id = t.season_id
     left join lake l on l.id = t.lake_id
     where t.id between ? and ? order by t.id`,
    numbersOf(part),
  );

/** Who of a part fished officially: as new as the last time, or as the last of theirs that was moved or added; one query. */
export const findPublicAnglers = (work: Work, part: number): Promise<PublicAngler[]> =>
  work.em.execute<PublicAngler[]>(
    `with held as materialized (
       select t.id, e.changed_at as at, row_number() over (order by e.first_day, t.id) as turn
       from tournament t join event e on e.id = t.event_id where ${isOfficial}
     ), last as (
       select c.angler_id, max(h.turn) as turn, max(h.at) as at
       from crew c join held h on h.id = c.tournament_id where c.angler_id between ? and ? group by c.angler_id
     )
     select a.id, a.public_name as name, ${iso(toldOf("h.id", "last.at"))} as "changedAt"
     from last join held h on h.turn = last.turn join angler a on a.id = last.angler_id
     where a.erased_on is null order by a.id`,
    numbersOf(part),
  );

/** What of a part is news today; one query. */
export const findPublicNews = (work: Work, part: number): Promise<PublicNews[]> =>
  work.em.execute<PublicNews[]>(
    `select n.slug, ${iso("coalesce(n.edited_at, n.posted_at)")} as "changedAt"
     from news_post n where n.id between ? and ? and ${isNews} order by n.id`,
    [...numbersOf(part), work.today],
  );

const numbersOf = (part: number): [number, number] => [(part - 1) * size, part * size - 1];
