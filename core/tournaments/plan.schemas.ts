import { z } from "zod";
import { clubDate } from "../audit/day.schemas.ts";
import { seasonYear } from "../seasons/seasons.schemas.ts";

const move = z.strictObject({
  /** 1 is January. */
  month: z.int({ error: "must be a month, 1 to 12" }).min(1).max(12),
  day: clubDate(),
});

/** A year's tournaments, from what the season's rules say of its schedule. */
export const planSeasonSchema = z
  .strictObject({
    year: seasonYear(),
    /** The year whose names, hours and changes of the rules are taken over, month by month. */
    copyFrom: seasonYear().optional(),
    /** Where the lakes are not voted on month by month, they are taken over too. */
    lakes: z.enum(["copied", "open"]).default("open"),
    /** Months that are held on another day than the schedule's. */
    moves: z.array(move).default([]),
  })
  .refine(({ year, copyFrom }) => year !== copyFrom, {
    error: "must be another year",
    path: ["copyFrom"],
  })
  .refine(({ moves }) => new Set(moves.map(({ month }) => month)).size === moves.length, {
    error: "must not name a month twice",
    path: ["moves"],
  });

export type PlanSeason = z.input<typeof planSeasonSchema>;
