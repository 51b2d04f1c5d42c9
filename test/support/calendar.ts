import assert from "node:assert/strict";
import ICAL from "ical.js";

/** An event as a calendar program understands it that knows the zone only by the file. */
export interface CalendarEvent {
  uid: string;
  summary: string;
  /** ISO instants, or days where it has no hours. */
  start: string;
  end: string;
  sequence: number;
  status: string | null;
  location: string | null;
  description: string | null;
}

/** Reads a calendar file as another program does, and holds it to the form: CRLF, no line over 75 octets. */
export function readCalendar(text: string): CalendarEvent[] {
  assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
  assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/);
  const long = text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75);
  assert.deepEqual(long, []);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const { uid, summary, startDate, endDate, sequence, location, description } = new ICAL.Event(component);
    const status = component.getFirstPropertyValue("status");
    return {
      uid,
      summary,
      start: instant(startDate),
      end: instant(endDate),
      sequence,
      status: typeof status === "string" ? status : null,
      location,
      description,
    };
  });
}

const instant = (time: ICAL.Time): string => (time.isDate ? time.toString() : time.toJSDate().toISOString());
