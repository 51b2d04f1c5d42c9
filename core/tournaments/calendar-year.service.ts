import { notFound } from "../errors.ts";
import type { LakeRef } from "../lakes/lakes.service.ts";
import type { Work } from "../work.ts";
import { type CalendarRow, findCalendarRows, findCalendarYears } from "./calendar.queries.ts";

/** Something on the calendar as its page shows it. */
export interface CalendarEntry extends Pick<
  CalendarRow,
  "id" | "kind" | "name" | "firstDay" | "lastDay" | "startsAt" | "endsAt" | "description"
> {
  /** Why it does not take place; null where it does. */
  cancelled: string | null;
  /** Over, on the club's day. */
  past: boolean;
  tournament: { season: number; number: number; lake: LakeRef | null } | null;
  place: { lake: string; ramp: string | null; latitude: number | null; longitude: number | null } | null;
}

/** A year of the calendar: its months, each once, with what begins in them. */
export interface CalendarYear {
  year: number;
  /** With anything on the calendar, newest first. */
  years: number[];
  months: { month: number; entries: CalendarEntry[] }[];
}

/**
 * A year of the club's calendar, this year when none is said; what is cancelled stays in it. Not-found for a year
 * with nothing on the calendar. Two queries.
 */
export async function getCalendarYear(
  work: Work,
  { year: asked }: { year?: number | undefined } = {},
): Promise<CalendarYear> {
  const year = asked ?? Number(work.today.slice(0, 4));
  const years = await findCalendarYears(work);
  if (asked !== undefined && !years.includes(year))
    throw notFound("year-not-found", `There is nothing on the calendar in ${year}.`);
  const rows = await findCalendarRows(work, {
    kinds: ["tournament", "meeting", "holiday", "other"],
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  const entries = rows.map((row) => showEntry(row, work.today));
  const months = Map.groupBy(entries, ({ firstDay }) =>
    // What began the year before is still going on in January.
    firstDay.startsWith(`${year}-`) ? Number(firstDay.slice(5, 7)) : 1,
  );
  return { year, years, months: [...months].map(([month, own]) => ({ month, entries: own })) };
}

function showEntry(row: CalendarRow, today: string): CalendarEntry {
  const { id, kind, name, firstDay, lastDay, startsAt, endsAt, description, latitude, longitude } = row;
  const { season, number, lake, lakeId, lakeKey, ramp } = row;
  return {
    id,
    kind,
    name,
    firstDay,
    lastDay,
    startsAt,
    endsAt,
    description,
    cancelled: row.cancelReason,
    past: lastDay < today,
    tournament:
      season === null || number === null
        ? null
        : { season, number, lake: lake === null ? null : { id: lakeId!, key: lakeKey!, name: lake } },
    place: lake === null ? null : { lake, ramp, latitude, longitude },
  };
}
