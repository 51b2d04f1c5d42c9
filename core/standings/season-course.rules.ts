import type { AnglerRef } from "../anglers/anglers.service.ts";
import { whoKey } from "./race-result.rules.ts";
import type { Criterion } from "./standing-order.rules.ts";
import type { StandingRow as ShownRow } from "./standings-shown.rules.ts";

/** What a race is run for: points in hundredths, wins, or weight in 1/10,000 lb. */
export type CourseFigure = "points" | "wins" | "weight";

/** How far a row was after a tournament, and how far behind the one who led then. */
export interface CourseStep {
  total: number;
  behind: number;
}

/** How the first of a race came to where they are. */
export interface SeasonCourse {
  figure: CourseFigure;
  /** In order of place; one step for each tournament held, null before they were in the race. */
  rows: { key: string; crew: AnglerRef[]; steps: (CourseStep | null)[] }[];
}

/** The course of these rows by what all rows of the race had after each tournament. */
export function courseOf(
  rows: readonly Pick<ShownRow, "key" | "crew">[],
  { totals, figure }: { totals: Iterable<ReadonlyMap<string, number | null>>; figure: CourseFigure },
): SeasonCourse {
  const followed = rows.map(({ crew }) => whoKey(crew.map(({ id }) => id)));
  const after = Array.from(totals, (byRow) => {
    const most = mostOf(byRow.values());
    return followed.map((key): CourseStep | null => {
      const total = byRow.get(key) ?? null;
      return total === null ? null : { total, behind: most - total };
    });
  });
  return {
    figure,
    rows: rows.map(({ key, crew }, at) => ({ key, crew, steps: after.map((steps) => steps[at] ?? null) })),
  };
}

function mostOf(totals: Iterable<number | null>): number {
  let most = 0;
  for (const total of totals) most = Math.max(most, total ?? 0);
  return most;
}

/** What is followed where the first thing that decides is this. */
export function figureOf(decidedBy: Criterion, { scored }: { scored: boolean }): CourseFigure {
  if (decidedBy === "wins" || decidedBy === "points") return decidedBy;
  if (decidedBy === "total-weight" || decidedBy === "counted-weight") return "weight";
  return scored ? "points" : "wins";
}
