import { conflict, invalid, notFound } from "../errors.ts";
import { findSeason } from "../seasons/seasons.service.ts";
import type { Work } from "../work.ts";
import { months, type Schedule } from "./plan.rules.ts";
import type { Tournament } from "./tournament.entity.ts";

/** The schedule that a year's rules state; not-found without a season, a conflict where its rules have none. */
export async function getSchedule(work: Work, { year }: { year: number }): Promise<Schedule> {
  const season = await findSeason(work, { year });
  if (season === null) {
    throw notFound(
      "season-not-found",
      `There is no season ${year}. Give it rules first: sabc season rules ${year} --set sabc-team, or --set FILE with last year's, from sabc season rules ${year - 1}.`,
    );
  }
  const { schedule } = season.rules.club;
  if (schedule !== null) return schedule;
  throw conflict(
    "season-has-no-schedule",
    `The rules of ${year} name no day for its tournaments. Say in them club.schedule, such as {"weekday": "sunday", "week": 4}, or add each with sabc tournament add.`,
  );
}

interface Moving {
  move: { month: number; day: string };
  year: number;
  schedule: Schedule;
  planned: ReadonlyMap<number, Tournament>;
}

/** Refuses to hold a month on a day that is not in it, is over, or while its tournament stands on another. */
export function mustBeMovable(work: Work, { move: { month, day }, year, schedule, planned }: Moving): void {
  const name = months[month - 1]!;
  const refuse = (code: string, sentence: string) => {
    throw invalid(code, sentence, { problems: [{ column: "move", value: day, reason: sentence }] });
  };
  if (!schedule.months.includes(month))
    refuse("month-not-scheduled", `${name} has no tournament in the schedule of ${year}.`);
  if (Number(day.slice(0, 4)) !== year || Number(day.slice(5, 7)) !== month)
    refuse("move-leaves-its-month", `${day} is not in ${name} ${year}. Name a day of that month.`);
  const standing = planned.get(month)?.event;
  if (standing !== undefined && standing.firstDay !== day) {
    throw conflict(
      "month-is-planned",
      `${name} is planned already: ${standing.name} on ${standing.firstDay}. Move it with sabc event move ${standing.id} --to ${day}, which tells everybody.`,
    );
  }
  if (standing === undefined && day < work.today) refuse("event-day-over", `${day} is over already.`);
}
