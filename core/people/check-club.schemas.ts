import { z } from "zod";

/** Which checks to make; all when none is named. */
export const checkClubSchema = z.strictObject({
  only: z.array(z.string().trim().min(1, "must not be empty")).min(1).optional(),
});

export type CheckClub = z.output<typeof checkClubSchema>;
