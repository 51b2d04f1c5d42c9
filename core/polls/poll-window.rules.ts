import { conflict, invalid } from "../errors.ts";
import { addDays, type ClubDate, type ClubTime } from "../time.ts";

/** A day and a clock time of the club. */
export interface ClubMoment {
  day: ClubDate;
  time: ClubTime;
}

/** When a location poll opens and closes unless an officer says otherwise (domain 5). */
export const defaultWindow = (firstDay: ClubDate): { opens: ClubMoment; closes: ClubMoment } => ({
  opens: { day: addDays(firstDay, -10), time: "06:00" },
  closes: { day: addDays(firstDay, -7), time: "18:00" },
});

interface Window {
  opensAt: Date;
  closesAt: Date;
  now: Date;
  /** When the event it is about begins; null where it is about none. */
  eventBegins: Date | null;
  /** Days a bylaw's text is posted before the poll opens; null for any other poll. */
  noticeDays: number | null;
}

/** Refuses a window that is over, upside down, or reaches into its event; a bylaw poll that opens too soon. */
export function mustBeAWindow({ opensAt, closesAt, now, eventBegins, noticeDays }: Window): void {
  if (closesAt <= opensAt)
    throw invalid("poll-opens-before-it-closes", "The poll closes before it opens. Choose a later close.");
  if (closesAt <= now)
    throw invalid("poll-window-over", "The poll would be closed already. Choose a later close.");
  if (eventBegins !== null && closesAt > eventBegins)
    throw conflict(
      "poll-reaches-into-event",
      "The poll closes after its event begins. Choose an earlier close.",
    );
  if (noticeDays !== null && opensAt.getTime() - now.getTime() < noticeDays * 86_400_000) {
    throw conflict(
      "bylaw-notice-too-short",
      `A bylaw's text is posted ${noticeDays} days before its poll opens. Choose a later opening.`,
    );
  }
}
