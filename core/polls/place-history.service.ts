import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import { findPlacesHeld, type PlaceHeld } from "./place-history.queries.ts";

export type { PlaceHeld } from "./place-history.queries.ts";

const years = 4;

/** What the same month of the last four years brought, newest first: shown with a location poll. One query. */
export function listPlaceHistory(work: Work, { firstDay }: { firstDay: ClubDate }): Promise<PlaceHeld[]> {
  const [year, month] = firstDay.split("-").map(Number) as [number, number];
  return findPlacesHeld(work, { month, from: year - years, to: year - 1 });
}
