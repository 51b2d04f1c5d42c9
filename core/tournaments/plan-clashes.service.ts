import type { Work } from "../work.ts";
import { listClashes } from "./clashes.service.ts";
import { otherDays, type Planned } from "./plan.rules.ts";

/** What an officer should know of a day before it is planned. */
export interface Told {
  /** What else is on its days, by name: the club's events and public holidays. */
  clashes: string[];
  /** Days of the same month and weekday on which nothing is, where something clashes. */
  instead: string[];
}

/** For each what is on its days and, where something is, the free days of its month. */
export async function tellClashes(work: Work, rows: (Planned & { except?: number })[]): Promise<Told[]> {
  const clashes = await listClashes(work, { spans: rows });
  const others = rows.flatMap((one, at) =>
    clashes[at]!.length === 0 ? [] : otherDays(one).map((span) => ({ ...span, at })),
  );
  const free = await listClashes(work, { spans: others });
  return rows.map((_, at) => ({
    clashes: clashes[at]!,
    instead: others
      .filter((span, index) => span.at === at && free[index]!.length === 0 && span.firstDay >= work.today)
      .map(({ firstDay }) => firstDay),
  }));
}
