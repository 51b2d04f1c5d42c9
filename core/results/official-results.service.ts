import type { Work } from "../work.ts";
import { findOfficialRows, type OfficialRow } from "./official-results.queries.ts";

/** An official tournament with places 1 to 3, as a reader of news about results is told. */
export type OfficialResult = OfficialRow;

/** The newest official tournaments, twenty unless said otherwise. One query. */
export const listOfficialResults = (
  work: Work,
  { limit = 20 }: { limit?: number },
): Promise<OfficialResult[]> => findOfficialRows(work, limit);
