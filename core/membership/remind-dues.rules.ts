import { addDays, type ClubDate } from "../time.ts";

/** Reminded once when dues are due, and once more when they are overdue. */
export type ReminderStage = "due" | "overdue";

/** What makes it another reminder: the year, and the stage within it. */
export const occasionOf = (stage: ReminderStage, year: number): string =>
  stage === "due" ? String(year) : `${year} overdue`;

/**
 * How far the dues of a member who has not paid are on a day: due from the first of the due month, overdue from the
 * first of the next one. Who became a member later has a week's time, and then to the end of that month. Null: not yet.
 */
export function reminderStage({
  today,
  dueMonth,
  memberSince,
}: {
  today: ClubDate;
  /** 1 is January. */
  dueMonth: number;
  memberSince: ClubDate | null;
}): ReminderStage | null {
  const first = `${today.slice(0, 4)}-${String(dueMonth).padStart(2, "0")}-01`;
  const settled = memberSince === null ? first : addDays(memberSince, daysToSettle);
  const due = settled > first ? settled : first;
  if (today < due) return null;
  return today < firstOfNextMonth(due) ? "due" : "overdue";
}

const daysToSettle = 7;

function firstOfNextMonth(day: ClubDate): ClubDate {
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}
