import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { KeptCourse } from "../results/season-standing.entity.ts";
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

/** What these rows had after each tournament, by what all rows of the race had then. */
export function stepsOf(
  rows: readonly { who: number[] }[],
  totals: Iterable<ReadonlyMap<string, number | null>>,
): KeptCourse["lines"] {
  const followed = rows.map(({ who }) => whoKey(who));
  const after = Array.from(totals, (byRow) => {
    const most = mostOf(byRow.values());
    return followed.map((key): [number, number] | null => {
      const total = byRow.get(key) ?? null;
      return total === null ? null : [total, most - total];
    });
  });
  return rows.map((_, at) => after.map((steps) => steps[at] ?? null));
}

/** The course of the first of these rows, as it is shown. */
export function courseOf(
  rows: readonly Pick<ShownRow, "key" | "crew">[],
  { figure, lines }: KeptCourse,
): SeasonCourse {
  return {
    figure,
    rows: lines.map((steps, at) => {
      const { key, crew } = rows[at]!;
      return { key, crew, steps: steps.map((step) => step && { total: step[0], behind: step[1] }) };
    }),
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
