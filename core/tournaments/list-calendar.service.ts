import type { ListEvents } from "../events/events.schemas.ts";
import type { Work } from "../work.ts";
import { type CalendarPart, findCalendarPart } from "./calendar.queries.ts";

/**
 * The events of a year, or those that touch the days from … to, by day and hour; cancelled ones are among them, and a
 * tournament has its first cast and weigh-in for its hours. All of them unless a `limit` is said. One query.
 */
export function listCalendar(
  work: Work,
  { year, from, to, offset = 0, limit = null }: ListEvents & { offset?: number; limit?: number | null },
): Promise<CalendarPart> {
  return findCalendarPart(work, {
    from: from ?? (year === undefined ? "0001-01-01" : `${year}-01-01`),
    to: to ?? (year === undefined ? "9999-12-31" : `${year}-12-31`),
    offset,
    limit,
  });
}
