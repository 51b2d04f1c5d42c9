import { addDays, type ClubDate, type ClubTime } from "../time.ts";
import { chaptersOn, type Chapter, sundaysOf } from "./years.rules.ts";
import { type Water, waterOf } from "./waters.rules.ts";

/** A tournament of the demo as the club planned it. */
export interface PlannedTournament {
  chapter: Chapter;
  /** 1–11; with the chapter its place in the story. */
  month: number;
  name: string;
  firstDay: ClubDate;
  lastDay: ClubDate;
  /** Null where the vote for it is still ahead. */
  water: Water | null;
  firstCast: ClubTime | null;
  weighIn: ClubTime | null;
  /** Fewer than the season's limit, to spare the fish in warm water. */
  fishLimit: number | null;
  description: string | null;
  cancelled: { on: ClubDate; reason: string } | null;
  /** Over before the day the demo is made for. */
  held: boolean;
}

export interface PlannedSeason {
  chapter: Chapter;
  year: number;
  tournaments: PlannedTournament[];
}

/** Which tournaments the club plans on which days, seen on a day: of those ahead only the next has its lake. */
export function planDemo(today: ClubDate): PlannedSeason[] {
  const seasons = chaptersOn(today).map(({ chapter, year }) => ({
    chapter,
    year,
    tournaments: sundaysOf(year).map((sunday, at) => plan({ chapter, month: at + 1, sunday, today })),
  }));
  const next = seasons.flatMap(({ tournaments }) => tournaments).find(({ lastDay }) => lastDay >= today);
  for (const tournament of seasons.flatMap(({ tournaments }) => tournaments)) {
    if (tournament.lastDay < today || tournament === next) continue;
    Object.assign(tournament, { water: null, firstCast: null, weighIn: null });
  }
  return seasons;
}

interface Slot {
  chapter: Chapter;
  month: number;
  sunday: ClubDate;
  today: ClubDate;
}

function plan({ chapter, month, sunday, today }: Slot): PlannedTournament {
  const stormy = chapter === "first" && month === 4;
  const warm = month === 7 || month === 8;
  return {
    chapter,
    month,
    name: names[month - 1]!,
    firstDay: month === twoDays ? addDays(sunday, -1) : sunday,
    lastDay: sunday,
    water: waterOf(chapter, month),
    ...hours(month),
    fishLimit: warm ? 3 : null,
    description: warm ? warmWater : month === twoDays ? bothDays : null,
    cancelled: stormy ? { on: addDays(sunday, -1), reason: storm } : null,
    held: sunday < today && !stormy,
  };
}

/** Safe light at the ramp, and the scales before the worst of the heat. */
function hours(month: number): { firstCast: ClubTime; weighIn: ClubTime } {
  if (month >= 6 && month <= 9) return { firstCast: "06:15", weighIn: "14:00" };
  return { firstCast: month === 1 || month >= 11 ? "07:15" : "06:45", weighIn: "15:00" };
}

const names = [
  "Icebreaker",
  "Winter Open",
  "Spring Classic",
  "Bluebonnet Open",
  "May Open",
  "Early Bird",
  "Firecracker",
  "Dog Days",
  "Labor of Love",
  "Two-Day Championship",
  "Turkey Shoot",
];

const twoDays = 10;

const warmWater = "Warm water: three fish make a limit, so that more of them swim away.";
const bothDays = "Saturday and Sunday from the same ramp. Both days count, a limit on each.";
const storm = "Flash flood watch on the lower Colorado, and lightning in the forecast.";
