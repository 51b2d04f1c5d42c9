import { z } from "zod";

const boats = "must be a number of boats from 1 to 500";

export const weighSheetSchema = z.strictObject({
  tournament: z.union([z.int(), z.string().trim().min(1)], { error: "must name a tournament" }),
  /** Numbered lines at least; 25 where nobody is entered yet. */
  boats: z.int({ error: boats }).min(1, boats).max(500, boats).optional(),
});

export type AskWeighSheet = z.output<typeof weighSheetSchema>;
