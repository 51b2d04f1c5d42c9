import type { Role } from "../actor.ts";
import { addDays, type ClubDate, type ClubTime } from "../time.ts";
import { type Chapter, nthWeekday } from "./years.rules.ts";

/** What is on the calendar beside tournaments. */
export interface DemoEvent {
  kind: "meeting" | "holiday" | "other";
  name: string;
  firstDay: ClubDate;
  lastDay?: ClubDate;
  startsAt?: ClubTime;
  endsAt?: ClubTime;
  description?: string;
}

/** A year's meetings, the holidays that fall near tournaments, and what the club does for others. */
export function calendarOf(year: number): DemoEvent[] {
  const thanksgiving = nthWeekday({ year, month: 11, weekday: 4, nth: 4 });
  return [
    ...Array.from({ length: 11 }, (_, at) => meeting({ year, month: at + 1 })),
    {
      kind: "holiday",
      name: "Memorial Day",
      firstDay: nthWeekday({ year, month: 5, weekday: 1, nth: "last" }),
    },
    { kind: "holiday", name: "Independence Day", firstDay: `${year}-07-04` },
    { kind: "holiday", name: "Labor Day", firstDay: nthWeekday({ year, month: 9, weekday: 1, nth: 1 }) },
    { kind: "holiday", name: "Thanksgiving", firstDay: thanksgiving, lastDay: addDays(thanksgiving, 1) },
    {
      kind: "other",
      name: "Kids' fishing day",
      firstDay: nthWeekday({ year, month: 6, weekday: 6, nth: 2 }),
      startsAt: "08:00",
      endsAt: "11:30",
      description: "Rods, worms and lunch are on the club. Bring a hat.",
    },
    {
      kind: "other",
      name: "Banquet and awards",
      firstDay: nthWeekday({ year, month: 12, weekday: 6, nth: 2 }),
      startsAt: "18:00",
      endsAt: "21:30",
      description: "Members and families. The year's plaques are handed over after dinner.",
    },
  ];
}

const meeting = ({ year, month }: { year: number; month: number }): DemoEvent => ({
  kind: "meeting",
  name: month === 11 ? "Meeting and election of officers" : "Club meeting",
  firstDay: nthWeekday({ year, month, weekday: 2, nth: 3 }),
  startsAt: "19:00",
  endsAt: "20:30",
  description: "Upstairs at Mesquite Feed & Tackle. Guests are welcome.",
});

/** Who held which office in a chapter of the story. */
export const officers = {
  first: {
    president: "Hank Schroeder",
    "vice president": "Lupe Villarreal",
    secretary: "Odessa Banks",
    treasurer: "Priya Raman",
    "tournament director": "Royce Whitfield",
  },
  second: {
    president: "Lupe Villarreal",
    "vice president": "Wade Hollister",
    secretary: "Odessa Banks",
    treasurer: "Priya Raman",
    "tournament director": "Royce Whitfield",
  },
  current: {
    president: "Wade Hollister",
    "vice president": "Marisol Treviño",
    secretary: "Sam Nakamura",
    treasurer: "Priya Raman",
    "tournament director": "Darnell Pruitt",
  },
} as const;

/** What the holder of an office may do in the club's books. */
export const roleOf: Readonly<Record<string, Role>> = {
  president: "admin",
  secretary: "editor",
  treasurer: "treasurer",
  "tournament director": "weighmaster",
};

/** The award that the officers decide, of the years that are over. */
export const officersAwards: Readonly<
  Partial<Record<Chapter, { title: string; angler: string; reason: string }>>
> = {
  first: {
    title: "Officers' award",
    angler: "Odessa Banks",
    reason: "Drove the rescue boat the night the Bluebonnet was called off.",
  },
  second: {
    title: "Officers' award",
    angler: "Sam Nakamura",
    reason: "Taught forty kids to cast, and untangled every line.",
  },
};
