import { Event } from "../events/event.entity.ts";
import { addDays, type ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import { holidaysOn } from "./holidays.rules.ts";

/** The zones of the United States, whose holidays are known here. */
const american =
  /^(US\/.*|Pacific\/Honolulu|America\/(New_York|Detroit|Chicago|Menominee|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Nome|(Indiana|Kentucky|North_Dakota)\/.*))$/;

interface Span {
  firstDay: ClubDate;
  lastDay: ClubDate;
  /** An event that does not clash with itself. */
  except?: number;
}

/**
 * What falls on the same days, by name: the club's other events that are not cancelled and, in the United States, the
 * public holidays. In the order of the spans; one query. Nothing forbids it, people should know.
 */
export async function listClashes(work: Work, { spans }: { spans: readonly Span[] }): Promise<string[][]> {
  if (spans.length === 0) return [];
  const events = await work.em.find(
    Event,
    { cancelledOn: null, $or: spans.map(touching) },
    { orderBy: { firstDay: "asc", id: "asc" } },
  );
  const holidays = american.test(work.now.zoneName) ? holidaysOn : () => [];
  return spans.map(({ firstDay, lastDay, except }) => {
    const own = events
      .filter((event) => event.id !== except && event.firstDay <= lastDay && event.lastDay >= firstDay)
      .map(({ name }) => name);
    return withoutTwins([...own, ...daysOf({ firstDay, lastDay }).flatMap(holidays)]);
  });
}

const touching = ({ firstDay, lastDay }: Span) => ({
  firstDay: { $lte: lastDay },
  lastDay: { $gte: firstDay },
});

/** `Easter` of the club's own calendar and `Easter Sunday` are one to a reader. */
function withoutTwins(names: string[]): string[] {
  const plain = (name: string): string => name.toLowerCase().replace(/( (sunday|weekend|day))+$/, "");
  return names.filter((name, at) => names.findIndex((other) => plain(other) === plain(name)) === at);
}

function daysOf({ firstDay, lastDay }: Span): ClubDate[] {
  const days: ClubDate[] = [];
  for (let day = firstDay; day <= lastDay && days.length < 31; day = addDays(day, 1)) days.push(day);
  return days;
}
