import type { TournamentRow } from "../tournaments/tournament-row.queries.ts";
import type { Work } from "../work.ts";

export interface OpenPollRow {
  id: number;
  title: string;
  /** An ISO instant in UTC. */
  closesAt: string;
  /** Where its place is voted on. */
  tournament: Pick<TournamentRow, "season" | "number" | "lake"> | null;
}

/** The polls that are open on the club's clock, the next to close first; one query. */
export function findOpenPolls(work: Work): Promise<OpenPollRow[]> {
  return work.em.execute<OpenPollRow[]>(
    `select p.id, p.title, to_char(p.closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "closesAt",
            case when t.id is not null then json_build_object('season', s.year, 'number', t.number, 'lake',
              case when l.id is not null then json_build_object('id', l.id, 'key', l.key, 'name', l.name) end
            ) end as tournament
     from poll p left join tournament t on t.id = p.tournament_id left join event e on e.id = t.event_id
     left join season s on s.id = t.season_id left join lake l on l.id = t.lake_id
     where p.opens_at <= ?::timestamptz and ?::timestamptz < p.closes_at
       and p.tallied_at is null and p.cancelled_at is null and e.cancelled_on is null
     order by p.closes_at, p.id`,
    [work.now.toISO(), work.now.toISO()],
  );
}
