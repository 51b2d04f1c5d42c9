import { z } from "zod";
import { points, whole, word } from "./decimal.schemas.ts";

const best = z.strictObject({ best: whole(1) });
const drop = z.strictObject({ drop: whole(0) });
const keepSentence = 'must be "all", {"best": n} or {"drop": n}';
const keepSome = z.union([z.literal("all"), best, drop], { error: keepSentence });
const groups = z.strictObject({
  groups: z
    .record(z.string().min(1), keepSome)
    .refine((named) => Object.keys(named).length > 0, { error: "must name at least one group" }),
});

/** The year's tables: who is in them, what counts, and in what order. */
export const raceSchema = z.strictObject({
  /** One table each. angler: in a season of boats everyone aboard gets the boat's points. */
  races: z
    .array(word("angler", "boater", "co-angler", "crew"), { error: "must be a list of races" })
    .default([]),
  /** The first is what the race is about, the others break ties; still equal is a shared place. */
  order: z
    .array(
      word("points", "wins", "total-weight", "counted-weight", "big-bass", "best-place", "events", "name"),
      { error: "must be a list of what is compared" },
    )
    .min(1, "must name what the race is about")
    .prefault(["points"]),
  keep: z
    .union([z.literal("all"), best, drop, groups], {
      error: `${keepSentence}, or {"groups": {name: one of these}}`,
    })
    .default("all"),
  /** Results that always take one of the counted slots. */
  neverDropped: z.array(word("missed", "buy-in", "disqualified"), { error: "must be a list" }).default([]),
  /** member: only results earned as a member that day. */
  listed: word("member", "anyone").default("member"),
  /** With fewer events fished one is listed without a place. */
  minimumEvents: whole(0).default(0),
  /** Points for each meeting attended, at most `cap` points; added after drops. */
  meetings: z
    .strictObject({ points: points(), cap: points().nullable().default(null) })
    .nullable()
    .default(null),
  /** Points for having fished at least so many events; added after drops. */
  attendance: z
    .strictObject({ events: whole(1), points: points() })
    .nullable()
    .default(null),
  /** Start from another season's total, divided, and points for each of its wins; whole points, half up. */
  carry: z
    .strictObject({ divideBy: whole(1), perWin: points().default(0) })
    .nullable()
    .default(null),
});

export type RaceRules = z.output<typeof raceSchema>;
export type Race = RaceRules["races"][number];
export type Keep = RaceRules["keep"];
export type KeepSome = z.output<typeof keepSome>;
