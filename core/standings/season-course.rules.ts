import type { AnglerRef } from "../anglers/anglers.service.ts";
import { whoKey } from "./race-result.rules.ts";
import type { SeasonTotal } from "./season-total.rules.ts";
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

/** The course of these rows through the tables as they stood after each tournament. */
export function courseOf(
  rows: readonly Pick<ShownRow, "key" | "crew">[],
  { tables, figure }: { tables: Iterable<ReadonlyMap<string, SeasonTotal>>; figure: CourseFigure },
): SeasonCourse {
  const followed = rows.map(({ crew }) => whoKey(crew.map(({ id }) => id)));
  const after = Array.from(tables, (table) => {
    const most = mostOf(table, figure);
    return followed.map((key) => stepOf(table.get(key), { most, figure }));
  });
  return {
    figure,
    rows: rows.map(({ key, crew }, at) => ({ key, crew, steps: after.map((steps) => steps[at] ?? null) })),
  };
}

function mostOf(table: ReadonlyMap<string, SeasonTotal>, figure: CourseFigure): number {
  let most = 0;
  for (const row of table.values()) most = Math.max(most, figures[figure](row) ?? 0);
  return most;
}

function stepOf(
  row: SeasonTotal | undefined,
  { most, figure }: { most: number; figure: CourseFigure },
): CourseStep | null {
  const total = row === undefined ? null : figures[figure](row);
  return total === null ? null : { total, behind: most - total };
}

/** What is followed where the first thing that decides is this. */
export function figureOf(decidedBy: Criterion, { scored }: { scored: boolean }): CourseFigure {
  if (decidedBy === "wins" || decidedBy === "points") return decidedBy;
  if (decidedBy === "total-weight" || decidedBy === "counted-weight") return "weight";
  return scored ? "points" : "wins";
}

const figures: Record<CourseFigure, (row: SeasonTotal) => number | null> = {
  points: ({ points }) => points,
  wins: ({ wins }) => wins,
  weight: ({ totalWeight }) => totalWeight,
};
