import type { PlaceHeld } from "#core/polls/place-history.service.ts";
import { unitOf } from "#core/weight.ts";
import { columnsOf } from "./columns.ts";
import { type Section, table, toJson } from "./output.ts";

/** Where the club was in that month before, beside a location poll; nothing where it never was. */
export const historySections = (history: readonly PlaceHeld[]): Section[] =>
  history.length === 0 ? [] : [table(columns, [...history], "The same month of the last four years")];

export const historyJson = (history: readonly PlaceHeld[]): object[] => toJson(columns, [...history]);

const columns = columnsOf<PlaceHeld>({
  firstDay: { kind: "word", header: "Day" },
  lake: "text",
  ramp: { spare: true, value: ({ ramp }) => ramp },
  boats: "count",
  limits: "count",
  zeros: "count",
  winningWeight: { kind: "weight", header: "Won with" },
  bigBass: { kind: "weight", header: "Big bass" },
  unit: { kind: "word", value: ({ measure }) => unitOf(measure) },
});
