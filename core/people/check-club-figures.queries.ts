import { tournamentOf } from "./check-club-calendar.queries.ts";
import type { Work } from "../work.ts";

/** Every tournament with its name as people say it, by day. */
export function findTournamentsNamed(work: Work): Promise<
  {
    id: number;
    year: number;
    number: number;
    name: string;
    said: string;
    firstDay: string;
    official: boolean;
  }[]
> {
  return work.em.execute(
    `select t.id, s.year, t.number, e.name, ${tournamentOf("t.id")} as said, e.first_day::text as "firstDay", t.state = 'official' as official
     from tournament t join season s on s.id = t.season_id join event e on e.id = t.event_id order by e.first_day, t.id`,
  );
}

/** What was taken for each entry, without what was voided. */
export async function findTaken(work: Work): Promise<Map<number, number>> {
  const rows = await work.em.execute<{ entry: number; cents: number }[]>(
    "select entry_id as entry, sum(cents)::int as cents from entry_payment where voided_at is null group by 1",
  );
  return new Map(rows.map(({ entry, cents }) => [entry, cents]));
}

/** `bag 12`, `entry 7`, `tournament 3`: what an officer accepted by a ruling although it is hardly right. */
export async function findAccepted(work: Work): Promise<Set<string>> {
  const rows = await work.em.execute<{ row: string }[]>(
    "select subject || ' ' || subject_id as row from ruling where kind = 'override' and voided_at is null",
  );
  return new Set(rows.map(({ row }) => row));
}

/** The rules of every season, as they are stored. */
export const findSeasonDocuments = (work: Work): Promise<{ row: string; rules: unknown }[]> =>
  work.em.execute("select 'season ' || year as row, rules from season order by year");

/** What every tournament changes of the rules, as it is stored. */
export const findChangesDocuments = (work: Work): Promise<{ row: string; changes: unknown }[]> =>
  work.em.execute(
    `select 'tournament ' || ${tournamentOf("t.id")} as row, changes from tournament t order by t.id`,
  );

/** Notices that are still to be sent. */
export const findNoticesToSend = (work: Work): Promise<{ row: string; purpose: string; facts: unknown }[]> =>
  work.em.execute(
    "select 'notice ' || id as row, purpose, facts from notice where state = 'waiting' order by id",
  );

/** Polls whose answers were counted. */
export async function findCountedPolls(work: Work): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    "select id from poll where tallied_at is not null order by id",
  );
  return rows.map(({ id }) => id);
}
