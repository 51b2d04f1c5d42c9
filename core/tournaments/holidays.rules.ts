import { type ClubDate, addDays } from "../time.ts";

/**
 * What the United States keep on a day: public holidays with the weekends before or after them, and the family days
 * that boats stay on their trailers for. Several may fall together. A holiday on a Saturday or Sunday is kept on the
 * Friday or Monday beside it as well (5 U.S.C. 6103).
 */
export function holidaysOn(day: ClubDate): string[] {
  const year = Number(day.slice(0, 4));
  return [year, year + 1]
    .flatMap(holidaysOf)
    .filter((holiday) => holiday.day === day)
    .map(({ name }) => name);
}

/** The nth weekday of a month, 1 to 4 or "last"; weekday 0 is Sunday. */
export function weekdayOf(
  { year, month }: { year: number; month: number },
  { weekday, nth }: { weekday: number; nth: number | "last" },
): ClubDate {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = 1 + ((weekday - new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 7) % 7);
  const day = nth === "last" ? first + 7 * Math.floor((days - first) / 7) : first + 7 * (nth - 1);
  return dayOf(year, month, day);
}

interface Holiday {
  day: ClubDate;
  name: string;
}

function holidaysOf(year: number): Holiday[] {
  const easter = easterOf(year);
  const thanksgiving = weekdayOf({ year, month: 11 }, { weekday: 4, nth: 4 });
  return [
    ...fixed(dayOf(year, 1, 1), "New Year's Day"),
    ...monday(year, { month: 1, nth: 3, name: "Martin Luther King Jr. Day" }),
    ...monday(year, { month: 2, nth: 3, name: "Presidents' Day" }),
    { day: addDays(easter, -2), name: "Good Friday" },
    { day: addDays(easter, -1), name: "Easter weekend" },
    { day: easter, name: "Easter Sunday" },
    { day: weekdayOf({ year, month: 5 }, { weekday: 0, nth: 2 }), name: "Mother's Day" },
    ...monday(year, { month: 5, nth: "last", name: "Memorial Day" }),
    ...fixed(dayOf(year, 6, 19), "Juneteenth"),
    { day: weekdayOf({ year, month: 6 }, { weekday: 0, nth: 3 }), name: "Father's Day" },
    ...fixed(dayOf(year, 7, 4), "Independence Day"),
    ...monday(year, { month: 9, nth: 1, name: "Labor Day" }),
    ...monday(year, { month: 10, nth: 2, name: "Columbus Day" }),
    ...fixed(dayOf(year, 11, 11), "Veterans Day"),
    { day: thanksgiving, name: "Thanksgiving" },
    ...[1, 2, 3].map((days) => ({ day: addDays(thanksgiving, days), name: "Thanksgiving weekend" })),
    { day: dayOf(year, 12, 24), name: "Christmas Eve" },
    ...fixed(dayOf(year, 12, 25), "Christmas Day"),
    { day: dayOf(year, 12, 31), name: "New Year's Eve" },
  ];
}

/** A holiday on a Monday, with the weekend before it. */
function monday(
  year: number,
  { month, nth, name }: { month: number; nth: number | "last"; name: string },
): Holiday[] {
  const day = weekdayOf({ year, month }, { weekday: 1, nth });
  return [-2, -1, 0].map((days) => ({
    day: addDays(day, days),
    name: days === 0 ? name : `${name} weekend`,
  }));
}

/** A holiday on a date, and the day beside it on which it is kept where the date is a Saturday or Sunday. */
function fixed(day: ClubDate, name: string): Holiday[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const beside = weekday === 6 ? -1 : weekday === 0 ? 1 : 0;
  const kept = beside === 0 ? [] : [{ day: addDays(day, beside), name: `${name} (observed)` }];
  return [{ day, name }, ...kept];
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, good for every year). */
function easterOf(year: number): ClubDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const correction = century - Math.floor((8 * century + 13) / 25) - Math.floor(century / 4);
  const epact = (19 * golden + correction + 15) % 30;
  const late = Math.floor(epact / 28);
  const moon = epact - late * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return dayOf(year, month, offset + 28 - 31 * Math.floor(month / 4));
}

const dayOf = (year: number, month: number, day: number): ClubDate =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
