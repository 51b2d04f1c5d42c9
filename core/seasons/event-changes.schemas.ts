import { z } from "zod";
import { dollars, title, whole, yesNo } from "./decimal.schemas.ts";
import { moneySchema } from "./money.schemas.ts";

/** What one event says otherwise than its season: a closed list, stored on the tournament with every default written out. */
export const eventChangesSchema = z.strictObject({
  /** Fish in a full bag at this event; null: the season's. */
  fishLimit: whole(1).nullable().default(null),
  /** Fee and shares together; null: the season's. */
  money: moneySchema.nullable().default(null),
  /** Place money really taken, in dollars; null: the fees' shares. */
  purse: dollars().nullable().default(null),
  /** Fish are measured and released, weights come from the chart. */
  paper: yesNo().default(false),
  countsForPoints: yesNo().default(true),
  /** The group this event belongs to in the season's `keep.groups`. */
  group: title().nullable().default(null),
});

export type EventChanges = z.output<typeof eventChangesSchema>;
export type EventChangesDocument = z.input<typeof eventChangesSchema>;
