import { printDate } from "../time.ts";
import type { Saying } from "./announcements.schemas.ts";

/** What an announcement is about, in one line: `March is cancelled`. */
export function announcementWords({ purpose, facts }: Saying): string {
  switch (purpose) {
    case "poll-closing-soon":
      return `The poll "${facts.title}" closes within a day`;
    case "tournament-changed":
      return `${facts.name} on ${printDate(facts.firstDay)}: where and when it is fished`;
    case "event-cancelled":
      return `${facts.event} on ${printDate(facts.firstDay)} is cancelled`;
    case "event-restored":
      return `${facts.event} on ${printDate(facts.firstDay)} takes place after all`;
    case "event-moved":
      return `${facts.event} moves from ${printDate(facts.from.firstDay)} to ${printDate(facts.to.firstDay)}`;
    case "results-official":
      return `The results of ${facts.name} are official`;
    case "news":
      return `News: ${facts.title}`;
  }
}
