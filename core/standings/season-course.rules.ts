import type { AnglerRef } from "../anglers/anglers.service.ts";
import { keyOf } from "./show-standings.rules.ts";
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
  { tables, figure }: { tables: readonly (readonly SeasonTotal[])[]; figure: CourseFigure },
): SeasonCourse {
  const after = tables.map((table) => {
    const totals = new Map(table.map((row) => [keyOf(row), figures[figure](row)]));
    return { totals, most: Math.max(0, ...[...totals.values()].map((total) => total ?? 0)) };
  });
  return {
    figure,
    rows: rows.map(({ key, crew }) => ({
      key,
      crew,
      steps: after.map(({ totals, most }) => {
        const total = totals.get(key) ?? null;
        return total === null ? null : { total, behind: most - total };
      }),
    })),
  };
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
