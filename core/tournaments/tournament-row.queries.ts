import type { LakeRef, RampRef } from "../lakes/lakes.service.ts";
import { askPrepared } from "../prepared.ts";
import type { Work } from "../work.ts";
import type { TournamentState } from "./tournament.entity.ts";
import type { TournamentReference } from "./tournament-reference.rules.ts";

/** A tournament as the database tells it, with what its read models need. */
export interface TournamentRow {
  id: number;
  season: number;
  number: number;
  name: string;
  firstDay: string;
  lastDay: string;
  state: TournamentState;
  lake: LakeRef | null;
  ramp: RampRef | null;
  firstCast: string | null;
  weighIn: string | null;
}

export interface TournamentDetails extends TournamentRow {
  description: string | null;
  /** The season's stored document. */
  rules: unknown;
  /** What the event changes of it. */
  changes: unknown;
  /** An ISO instant. */
  protestDeadline: string | null;
  cancelled: { on: string; reason: string } | null;
}

/** The tournaments of a season by day; null when there is no such season. */
export async function findTournamentRows(work: Work, season: number): Promise<TournamentRow[] | null> {
  const rows = await work.em.execute<(TournamentRow | { id: null })[]>(
    `select ${columns} from season s left join (${joined}) on t.season_id = s.id
     where s.year = ? order by e.first_day, t.number`,
    [season],
  );
  if (rows.length === 0) return null;
  return rows.filter((row) => row.id !== null);
}

/** The tournaments a reference may mean, one unless several share a day. */
export function findTournamentDetails(
  work: Work,
  reference: TournamentReference,
): Promise<TournamentDetails[]> {
  const { sql, values } = condition(work, reference);
  return work.em.execute<TournamentDetails[]>(
    `select ${columns}, ${details} from season s join (${joined}) on t.season_id = s.id ${sql}`,
    values,
  );
}

/** The newest tournament of which something was weighed; null before the first. */
export async function findLatestWeighed(work: Work): Promise<TournamentDetails | null> {
  const [row] = await askPrepared<TournamentDetails>(
    work,
    `select ${columns}, ${details} from season s join (${joined}) on t.season_id = s.id
     where t.state <> ? and e.cancelled_on is null
       and exists (select from entry n join bag b on b.entry_id = n.id where n.tournament_id = t.id)
     order by e.first_day desc, t.number desc limit 1`,
    ["scheduled"],
  );
  return row ?? null;
}

/** The tournaments just before and just after one on the calendar. */
export async function findNeighbourRows(work: Work, id: number): Promise<Neighbours> {
  const [row] = await work.em.execute<Neighbours[]>(`select ${neighbours}`, [id, id]);
  return row!;
}

interface Neighbours {
  previous: TournamentRow | null;
  next: TournamentRow | null;
}

function condition(
  { today }: Work,
  reference: TournamentReference,
): { sql: string; values: (string | number)[] } {
  switch (reference.by) {
    case "id":
      return { sql: "where t.id = ?", values: [reference.id] };
    case "date":
      return {
        sql: "where ? between e.first_day and e.last_day order by e.cancelled_on nulls first, t.number",
        values: [reference.date],
      };
    case "number":
      return { sql: "where s.year = ? and t.number = ?", values: [reference.season, reference.number] };
    case "next":
      return {
        sql: `where e.last_day >= ? and e.cancelled_on is null and t.state <> 'official'
              order by e.first_day, t.number limit 1`,
        values: [today],
      };
    case "last":
      return {
        sql: `where e.first_day <= ? and e.cancelled_on is null
              order by e.first_day desc, t.number desc limit 1`,
        values: [today],
      };
  }
}

const joined = `
  tournament t
  join event e on e.id = t.event_id
  left join lake l on l.id = t.lake_id
  left join ramp r on r.id = t.ramp_id`;

/** Of the aliases s, t, e, l, r: used wherever a tournament is listed. */
export const columns = `
  t.id, s.year as season, t.number, e.name,
  e.first_day::text as "firstDay", e.last_day::text as "lastDay",
  case when e.cancelled_on is null then t.state else 'cancelled' end as state,
  case when l.id is null then null else json_build_object(
    'id', l.id, 'key', l.key, 'name', l.name) end as lake,
  case when r.id is null then null else json_build_object(
    'id', r.id, 'name', r.name, 'latitude', r.latitude::float8, 'longitude', r.longitude::float8) end as ramp,
  to_char(t.first_cast, 'HH24:MI') as "firstCast", to_char(t.weigh_in, 'HH24:MI') as "weighIn"`;

export const details = `
  e.description, s.rules, t.changes,
  to_char(t.protest_deadline at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "protestDeadline",
  case when e.cancelled_on is null then null else json_build_object(
    'on', e.cancelled_on::text, 'reason', e.cancel_reason) end as cancelled`;

const neighbour = (compare: string, order: string): string =>
  `(select row_to_json(beside) from (
     select ${columns} from season s join (${joined}) on t.season_id = s.id
     where t.id = (
       select near.id
       from (select t.id, e.first_day from tournament t join event e on e.id = t.event_id where t.id = ?) here
       cross join lateral (
         select t.id from event e join tournament t on t.event_id = e.id
         where e.first_day ${compare}= here.first_day and (e.first_day, t.id) ${compare} (here.first_day, here.id)
         order by e.first_day ${order}, t.id ${order} limit 1
       ) near
     )) beside)`;

/** The tournaments just before and after one, as columns; its id is asked for twice. */
export const neighbours = `${neighbour("<", "desc")} as previous, ${neighbour(">", "asc")} as next`;
