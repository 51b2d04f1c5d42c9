import { DateTime, IANAZone } from "luxon";
import { invalid } from "./errors.ts";

/** A day of the club's calendar, `2026-03-22`. */
export type ClubDate = string;
/** A time on the club's clock, `06:30`. */
export type ClubTime = string;

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
/** Milliseconds; of days alone, without a clock, each has as many. */
const day = 86_400_000;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const spokenTime = /^(\d{1,2})(?::([0-5]\d))?\s*([ap]m)?$/i;

/** Whether the text is a day that exists: `2026-02-29` is not, nor is any day of a year 0. */
export const isClubDate = (text: string): boolean =>
  datePattern.test(text) && !text.startsWith("0000") && DateTime.fromISO(text).isValid;

export const isClubTime = (text: string): boolean => timePattern.test(text);

/** `18:00`, `6:30`, `6 pm`, `6:30am` as `18:00`; null for what is no time of day. */
export function readClubTime(text: string): ClubTime | null {
  const [, hours, minutes = "00", half] = spokenTime.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  if (half === undefined) {
    const time = `${hours.padStart(2, "0")}:${minutes}`;
    return text.includes(":") && isClubTime(time) ? time : null;
  }
  const hour = Number(hours);
  if (hour < 1 || hour > 12) return null;
  return `${String((hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0)).padStart(2, "0")}:${minutes}`;
}

/** The day so many days later, or earlier below zero. */
export const addDays = (date: ClubDate, days: number): ClubDate =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

/** How many days later the second is; below zero where it is earlier. */
export const daysBetween = (from: ClubDate, to: ClubDate): number =>
  (Date.parse(to) - Date.parse(from)) / day;

export const isZone = (text: string): boolean => IANAZone.isValidZone(text);

/**
 * The instant of a local time in the club's zone. A time that the clock change skips, or that happens twice, is
 * refused with both ways out rather than guessed.
 */
export function clubInstant(date: ClubDate, time: ClubTime, zone: string): DateTime<true> {
  const guess = DateTime.fromISO(`${date}T${time}`, { zone });
  if (!guess.isValid)
    throw invalid("time-invalid", `${date} ${time} is not a day and time, such as 2026-03-22 06:30.`);
  const [first, second] = guess.getPossibleOffsets();
  if (guess.toFormat("yyyy-MM-dd HH:mm") !== `${date} ${time}`) {
    const before = guess.minus({ hours: 1 }).toFormat("HH:mm");
    throw invalid(
      "time-skipped",
      `${date} ${time} does not exist: the clock jumps ahead. Use ${before} or ${guess.toFormat("HH:mm")}.`,
    );
  }
  if (second?.isValid && first?.isValid && second.toMillis() !== first.toMillis()) {
    const [before, after] = [first.minus({ hours: 1 }), second.plus({ hours: 1 })].map((way) =>
      way.setZone(zone).toFormat("HH:mm"),
    );
    throw invalid(
      "time-twice",
      `${date} ${time} happens twice: the clock goes back. Use ${before} or ${after}.`,
    );
  }
  return guess;
}

/** An instant as ISO on the clock of a zone: `2026-03-22T06:30:00-05:00`. */
export const isoInZone = (instant: string, zone: string): string =>
  DateTime.fromISO(instant, { zone }).toISO({ suppressMilliseconds: true }) ?? instant;

/** `Sun 22 Mar 2026` */
export const printDate = (date: ClubDate): string =>
  DateTime.fromISO(date).setLocale("en-US").toFormat("ccc d LLL yyyy");

/** `Sun 22 Mar 2026, 6:30 am`, on the clock the instant is written in: `2026-03-22T06:30:00-05:00`. */
export const printInstant = (instant: string): string =>
  DateTime.fromISO(instant, { setZone: true })
    .setLocale("en-US")
    .toFormat("ccc d LLL yyyy, h:mm a")
    .replace(/[AP]M$/, (half) => half.toLowerCase());

/** `6:30 am` */
export const printTime = (time: ClubTime): string =>
  DateTime.fromFormat(time.slice(0, 5), "HH:mm").setLocale("en-US").toFormat("h:mm a").toLowerCase();
