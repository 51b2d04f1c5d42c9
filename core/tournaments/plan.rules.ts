import type { Rules } from "../seasons/rules.schemas.ts";
import { addDays, type ClubDate, type ClubTime, daysBetween } from "../time.ts";
import { weekdayOf } from "./holidays.rules.ts";

export type Schedule = NonNullable<Rules["club"]["schedule"]>;

/** A tournament as far as a plan looks at it. */
export interface Planned {
  name: string;
  firstDay: ClubDate;
  lastDay: ClubDate;
  firstCast: ClubTime | null;
  weighIn: ClubTime | null;
}

/** The day that the schedule gives a month: its fourth Sunday. */
export const scheduledDay = ({ weekday, week }: Schedule, year: number, month: number): ClubDate =>
  weekdayOf({ year, month }, { weekday: weekdays.indexOf(weekday), nth: week });

/**
 * The month a tournament is the one of: where it covers a month's scheduled day that month, so that a Saturday and
 * Sunday over the end of a month count for the Sunday's; else the month of its first day.
 */
export function monthOf(
  { firstDay, lastDay }: Pick<Planned, "firstDay" | "lastDay">,
  schedule: Schedule,
): number {
  const year = Number(firstDay.slice(0, 4));
  const covered = schedule.months.find((month) => {
    const day = scheduledDay(schedule, year, month);
    return firstDay <= day && day <= lastDay;
  });
  return covered ?? Number(firstDay.slice(5, 7));
}

/**
 * A month's tournament: on the schedule's day, or the day it is moved to, called after the month. With a model of
 * another year it takes over the name (its year in it replaced), the hours and how long it lasts, around the
 * scheduled day as that one was.
 */
export function draftMonth(
  month: number,
  {
    year,
    schedule,
    moved,
    model,
  }: { year: number; schedule: Schedule; moved: ClubDate | undefined; model: Planned | undefined },
): Planned {
  const day = moved ?? scheduledDay(schedule, year, month);
  if (model === undefined) {
    return { name: months[month - 1]!, firstDay: day, lastDay: day, firstCast: null, weighIn: null };
  }
  const before = model.firstDay.slice(0, 4);
  const scheduled = scheduledDay(schedule, Number(before), month);
  const around = model.firstDay <= scheduled && scheduled <= model.lastDay && moved === undefined;
  const firstDay = addDays(day, around ? daysBetween(scheduled, model.firstDay) : 0);
  return {
    name: model.name.replaceAll(before, String(year)),
    firstDay,
    lastDay: addDays(firstDay, daysBetween(model.firstDay, model.lastDay)),
    firstCast: model.firstCast,
    weighIn: model.weighIn,
  };
}

/** The same weekday a week or two before and after, within the month. */
export function otherDays({ firstDay, lastDay }: Planned): Pick<Planned, "firstDay" | "lastDay">[] {
  return [-7, 7, -14, 14]
    .map((days) => ({ firstDay: addDays(firstDay, days), lastDay: addDays(lastDay, days) }))
    .filter((span) => span.firstDay.slice(0, 7) === firstDay.slice(0, 7));
}

const weekdays: readonly Schedule["weekday"][] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];

export const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
