import { knownHeaders } from "../anglers/header.rules.ts";

/** What a results file can say, by the names the club gives it. */
export type ColumnName = (typeof resultColumns)[number] | (typeof seasonColumns)[number];
/** A file of one tournament, or of a whole season, whose rows name their event. */
export type FileKind = "tournament" | "season";

/** The columns a file may have. */
export const columnNames = (kind: FileKind): readonly ColumnName[] =>
  kind === "season" ? [...seasonColumns, ...resultColumns] : resultColumns;

/** Every header that is understood, folded, and what it means. */
export const resultHeaders = (kind: FileKind): Map<string, ColumnName> =>
  knownHeaders(columnNames(kind), aliases);

/** The weight before penalties, in the units that are known; `length_in` where fish are measured. */
export const grossColumns = ["weight", "weight_oz", "weight_kg", "weight_lb_oz", "length_in"] as const;
export const netColumns = ["net", "net_oz"] as const;

const seasonColumns = ["date", "event", "lake", "ramp"] as const;

const resultColumns = [
  "boat",
  "angler",
  "partner",
  "seat",
  "stands_in_for",
  "member",
  "day",
  "fish",
  "dead",
  "alive",
  "short",
  ...grossColumns,
  ...netColumns,
  "penalty",
  "late",
  "big_bass",
  "caught_by",
  "lengths",
  "status",
  "reason",
  "place",
  "points",
] as const;

const aliases: Partial<Record<ColumnName, readonly string[]>> = {
  event: ["tournament"],
  boat: ["boat_no", "team"],
  angler: ["angler1", "name"],
  partner: ["angler2", "coangler", "co_angler"],
  fish: ["num_fish", "count"],
  weight: ["gross"],
  net: ["final_weight", "total_weight"],
  big_bass: ["big_fish", "lunker"],
};
