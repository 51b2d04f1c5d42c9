import { z } from "zod";
import { seasonYear } from "../seasons/seasons.schemas.ts";

/** What of the club's calendar a file holds: everything or the tournaments alone, of every year or of one. */
export const exportCalendarSchema = z.strictObject({
  kind: z.enum(["all", "tournaments"], { error: "must be all or tournaments" }).default("all"),
  year: seasonYear().optional(),
});

export type ExportCalendar = z.input<typeof exportCalendarSchema>;
