import { invalid } from "../errors.ts";
import { type ClubDate, type ClubTime, clubInstant } from "../time.ts";

interface Hours {
  name: string;
  firstDay: ClubDate;
  lastDay: ClubDate;
  startsAt: ClubTime | null;
  endsAt: ClubTime | null;
}

/**
 * Refuses days and times that cannot be: a last day before the first, an end that is not after the start, a clock time
 * that does not exist that day or exists twice.
 */
export function mustBeTimes({ name, firstDay, lastDay, startsAt, endsAt }: Hours, zone: string): void {
  if (lastDay < firstDay) {
    throw invalid(
      "event-first-day-comes-first",
      `${name} ends on ${lastDay}, before its first day ${firstDay}.`,
    );
  }
  const start = startsAt === null ? null : clubInstant(firstDay, startsAt, zone);
  const end = endsAt === null ? null : clubInstant(lastDay, endsAt, zone);
  if (start !== null && end !== null && end <= start) {
    throw invalid(
      "event-starts-before-it-ends",
      `${name} ends at ${endsAt}, not after it starts at ${startsAt}.`,
    );
  }
}
