import { Event } from "../events/event.entity.ts";
import type { Work } from "../work.ts";
import type { EventReference } from "./event-reference.rules.ts";

/** The events a reference may mean, those that still stand and lie ahead first. */
export async function findEventsNamed(
  work: Work,
  reference: Exclude<EventReference, { by: "tournament" }>,
): Promise<Event[]> {
  switch (reference.by) {
    case "id":
      return work.em.find(Event, { id: reference.id });
    case "date":
      return work.em.find(
        Event,
        { firstDay: { $lte: reference.date }, lastDay: { $gte: reference.date } },
        { orderBy: { id: "asc" } },
      );
    case "next":
      return work.em.find(
        Event,
        { lastDay: { $gte: work.today }, cancelledOn: null },
        { orderBy: { firstDay: "asc", startsAt: "asc nulls first", id: "asc" }, limit: 1 },
      );
    case "name": {
      const ids = await work.em.execute<{ id: number }[]>(
        "select id from event where lower(name) = lower(?) order by first_day, id",
        [reference.name],
      );
      return work.em.find(
        Event,
        { id: { $in: ids.map(({ id }) => id) } },
        { orderBy: { firstDay: "asc", id: "asc" } },
      );
    }
  }
}

/** The names on the calendar from a day on, each once. */
export async function findEventNames(work: Work, from: string): Promise<string[]> {
  const rows = await work.em.execute<{ name: string }[]>(
    "select distinct name from event where last_day >= ? order by name",
    [from],
  );
  return rows.map(({ name }) => name);
}

/** Whoever is told what becomes of an event: the members of today, and those in its tournament's book. */
export async function findConcerned(work: Work, eventId: number): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    `select a.id from angler a
     where (select s.status from angler_status s where s.angler_id = a.id and s.from_day <= ?
            order by s.from_day desc limit 1) = 'member'
        or exists (select from crew c join tournament t on t.id = c.tournament_id
                   where c.angler_id = a.id and t.event_id = ?)
     order by a.id`,
    [work.today, eventId],
  );
  return rows.map(({ id }) => id);
}

/** The first official tournament of a season from a day on, if there is one. */
export async function findOfficialFrom(
  work: Work,
  { seasonId, from }: { seasonId: number; from: string },
): Promise<{ name: string; firstDay: string } | null> {
  const [official] = await work.em.execute<{ name: string; firstDay: string }[]>(
    `select e.name, e.first_day::text as "firstDay" from tournament t join event e on e.id = t.event_id
     where t.season_id = ? and t.state = 'official' and e.first_day >= ? order by e.first_day, t.id limit 1`,
    [seasonId, from],
  );
  return official ?? null;
}

/** The same for the numbers of a season's tournaments. */
export async function lockSeason(work: Work, year: number): Promise<void> {
  await work.em.execute("select id from season where year = ? for no key update", [year]);
}

/** How many boats and buy-ins stand in a tournament's book. */
export async function countEntries(work: Work, tournamentId: number): Promise<number> {
  const [row] = await work.em.execute<{ entries: number }[]>(
    "select count(*)::int as entries from entry where tournament_id = ?",
    [tournamentId],
  );
  return row?.entries ?? 0;
}

/** From here on until this work ends nobody else changes the event, its tournament, its boats or its season's numbers. */
export async function lockEventRows(work: Work, eventId: number): Promise<void> {
  await work.em.execute(
    `select id from season where id = (select season_id from tournament where event_id = ?)
     for no key update`,
    [eventId],
  );
  await work.em.execute("select id from event where id = ? for no key update", [eventId]);
  await work.em.execute("select id from tournament where event_id = ? for no key update", [eventId]);
}
