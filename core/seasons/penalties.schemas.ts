import { z } from "zod";
import { pounds, whole, word, yesNo } from "./decimal.schemas.ts";

/** What a bag loses at the scales. */
export const penaltiesSchema = z.strictObject({
  /** Pounds for each dead fish. */
  deadFish: pounds().default(0),
  /** Pounds for each short fish, or in words what the weighmaster does with it. */
  shortFish: z
    .union([pounds(), word("not-weighed", "not-weighed-nor-largest", "disqualified")], {
      error:
        'must be pounds for each short fish, or "not-weighed", "not-weighed-nor-largest" or "disqualified"',
    })
    .prefault("not-weighed"),
  /** Pounds for each minute late. */
  lateMinute: pounds().default(0),
  /** The late minute from which the bag is void; 1 is any lateness, null never. */
  lateVoidFrom: whole(1).nullable().default(null),
  /** Whether lateness takes from the big bass too. */
  lateReducesBigBass: yesNo().default(false),
  /** Fish over the limit: pounds for each, refused at entry, or the bag is void. */
  overLimit: z
    .union([pounds(), word("refused", "void")], {
      error: 'must be pounds for each fish over the limit, or "refused" or "void"',
    })
    .prefault("refused"),
  /** Whether a dead fish may be the big bass; no means that entry asks for the biggest live fish. */
  deadBigBass: yesNo().default(true),
  /** Whether penalties may take a bag below zero. */
  belowZero: yesNo().default(false),
});

/** How anglers, and boats, with the same weight in one event are told apart, and what happens when nothing tells. */
export const tiesSchema = z.strictObject({
  by: z
    .array(word("most-fish", "big-bass", "earlier-weigh-in"), { error: "must be a list of tie breakers" })
    .default([]),
  /** ruling waits for the coin; share takes the better place; average takes the mean of the places covered. */
  then: word("ruling", "share", "average").default("ruling"),
});

export type Ties = z.output<typeof tiesSchema>;
