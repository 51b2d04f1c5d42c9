import { ICalCalendar, type ICalEventData, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { DateTime, IANAZone } from "luxon";
import { notFound } from "../errors.ts";
import type { EventKind } from "../events/event.entity.ts";
import { addDays, printTime } from "../time.ts";
import type { Work } from "../work.ts";
import { type CalendarRow, findCalendarRows } from "./calendar.queries.ts";
import type { ExportCalendar } from "./calendar.schemas.ts";
import { describeZone } from "./calendar-zone.rules.ts";

/** Where the site stands: addresses and the events' lasting names are made of it. */
interface Site {
  publicUrl: URL;
}

const kinds: Record<"all" | "tournaments", readonly EventKind[]> = {
  all: ["tournament", "meeting", "holiday", "other"],
  tournaments: ["tournament"],
};

/**
 * The club's calendar as a file that calendars read (RFC 5545), what is cancelled included: the same facts give the
 * same bytes, so a reader sees by SEQUENCE and DTSTAMP what changed. It names no person. Not-found for a year in which
 * there is nothing of the kind.
 */
export async function exportCalendar(
  work: Work,
  { kind = "all", year, publicUrl }: ExportCalendar & Site,
): Promise<string> {
  const from = year === undefined ? "0001-01-01" : `${year}-01-01`;
  const to = year === undefined ? forever : `${year}-12-31`;
  const rows = await findCalendarRows(work, { kinds: kinds[kind], from, to });
  if (year !== undefined && rows.length === 0) {
    const what = kind === "all" ? "nothing" : "no tournament";
    throw notFound("year-not-found", `There is ${what} on the calendar in ${year}.`);
  }
  return writeCalendar(work, { kind, rows, publicUrl });
}

/**
 * The same as programs follow it: what is not over by 1 January of last year, on the club's day. Whoever asks again each
 * hour is not sent what was forty years ago; a whole year is `exportCalendar`'s.
 */
export async function followCalendar(
  work: Work,
  { kind = "all", publicUrl }: Omit<ExportCalendar, "year"> & Site,
): Promise<string> {
  const from = `${Number(work.today.slice(0, 4)) - 1}-01-01`;
  const rows = await findCalendarRows(work, { kinds: kinds[kind], from, to: forever });
  return writeCalendar(work, { kind, rows, publicUrl });
}

const forever = "9999-12-31";

function writeCalendar(
  work: Work,
  { kind, rows: stored, publicUrl }: Site & { kind: keyof typeof kinds; rows: readonly CalendarRow[] },
): string {
  const rows = stored.map(readable);
  const zone = work.now.zoneName;
  const name = `${work.club?.name ?? "sabc"}${kind === "tournaments" ? ": tournaments" : ""}`;
  const calendar = new ICalCalendar({
    prodId: "//sabc//calendar//EN",
    // The library writes names as they are.
    name: name.replaceAll(/[\\;,]/g, String.raw`\$&`),
  });
  for (const row of rows) calendar.createEvent(eventOf(row, { zone, publicUrl }));
  // What the library would write behind the events stands before them (RFC 5545, 3.6), and it is not told the
  // calendar's zone: then it would write DTSTAMP on the club's clock instead of UTC.
  const head = ["REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H", `X-WR-TIMEZONE:${zone}`];
  const body = [...head, zoneOf(zone, rows)].join("\r\n");
  return `${calendar.toString().replace(/\r\n(?=BEGIN:VEVENT|END:VCALENDAR)/, `\r\n${body}\r\n`)}\r\n`;
}

/** Without what no calendar may hold (RFC 5545, 3.3.11); imports bring it along. */
const readable = (row: CalendarRow): CalendarRow => ({
  ...row,
  name: clean(row.name),
  description: clean(row.description),
  cancelReason: clean(row.cancelReason),
  lake: clean(row.lake),
  ramp: clean(row.ramp),
});

const clean = <Text extends string | null>(text: Text): Text =>
  (text?.replaceAll(/[^\P{Cc}\n\t]/gu, "") ?? null) as Text;

function eventOf(row: CalendarRow, { zone, publicUrl }: Site & { zone: string }): ICalEventData {
  const cancelled = row.cancelReason !== null;
  // In UTC a plain Date says the same as luxon's, and costs a tenth.
  const changed = new Date(row.changedAt);
  const hours = hoursOf(row, zone);
  return {
    id: `event-${row.id}@${publicUrl.hostname}`,
    sequence: row.revision,
    stamp: changed,
    lastModified: changed,
    // Readers that do not know STATUS show the summary.
    summary: cancelled ? `Cancelled: ${row.name}` : row.name,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency:
      cancelled || row.kind === "holiday" ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    ...(hours ?? wholeDays(row)),
    description: descriptionOf(row, { untold: hours === null }),
    location: placeOf(row),
    url: addressOf(row, publicUrl),
  };
}

/** Its hours in the club's zone; null where they are not known, or only one end of several days is. */
function hoursOf({ firstDay, lastDay, startsAt, endsAt }: CalendarRow, zone: string) {
  if (startsAt === null || (endsAt === null && firstDay !== lastDay)) return null;
  const start = DateTime.fromISO(`${firstDay}T${startsAt}`, { zone });
  const end = endsAt === null ? null : DateTime.fromISO(`${lastDay}T${endsAt}`, { zone });
  return { start, ...(end === null ? {} : { end }), timezone: zone };
}

/** The end of whole days is the day after the last. */
const wholeDays = ({ firstDay, lastDay }: CalendarRow) => ({
  start: new Date(firstDay),
  end: new Date(addDays(lastDay, 1)),
  allDay: true,
});

function descriptionOf(
  { kind, startsAt, endsAt, description, cancelReason }: CalendarRow,
  { untold }: { untold: boolean },
): string | null {
  const [start, end] = kind === "tournament" ? ["First cast", "Weigh-in"] : ["Starts", "Ends"];
  const told = [
    cancelReason === null ? "" : `Cancelled: ${cancelReason}`,
    untold && startsAt !== null ? `${start} ${printTime(startsAt)}` : "",
    untold && endsAt !== null ? `${end} ${printTime(endsAt)}` : "",
    description ?? "",
  ].filter((line) => line !== "");
  return told.length === 0 ? null : told.join("\n");
}

function placeOf({ lake, ramp, latitude, longitude }: CalendarRow) {
  if (lake === null) return null;
  const title = ramp === null ? lake : `${ramp}, ${lake}`;
  return latitude === null || longitude === null
    ? { title }
    : { title, geo: { lat: latitude, lon: longitude } };
}

/** The page of the tournament, or the calendar's year. */
function addressOf({ firstDay, season, number, lakeKey }: CalendarRow, publicUrl: URL): string {
  const site = publicUrl.href.replace(/\/$/, "");
  if (season === null || number === null) return `${site}/calendar/${firstDay.slice(0, 4)}`;
  const tail = [String(number).padStart(2, "0"), ...(lakeKey === null ? [] : [lakeKey])].join("-");
  return `${site}/tournaments/${season}-${tail}`;
}

/** The zone over all years of the rows, and the one before, whose last change still holds when the first begins. */
function zoneOf(name: string, rows: readonly CalendarRow[]): string {
  const days = rows.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]);
  const years = days.length === 0 ? [2000] : days.map((day) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...years) - 1, Math.max(...years) + 1];
  const key = `${name} ${first} ${last}`;
  const known = zones.get(key) ?? describeYears(name, { first, last });
  zones.set(key, known);
  return known;
}

/** To ask when clocks change takes as long as all the events, and does not change while the process runs. */
const zones = new Map<string, string>();

function describeYears(name: string, { first, last }: { first: number; last: number }): string {
  const zone = IANAZone.create(name);
  return describeZone({
    zone: name,
    offsetAt: (instant) => zone.offset(instant),
    nameAt: (instant) => zone.offsetName(instant, { format: "short", locale: "en-US" }) ?? name,
    from: Date.UTC(first, 0, 1),
    to: Date.UTC(last, 0, 1),
  });
}
