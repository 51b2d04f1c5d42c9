import { divideHalfUp } from "../decimal.ts";
import type { Points } from "../points.ts";
import { placeValue } from "../seasons/place-value.rules.ts";
import type { PointsRules } from "../seasons/points.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { Contestant } from "./contestant.rules.ts";
import type { PlaceGroup } from "./place.rules.ts";

/** An event of a season with points: its field, in order, and the rules that give each their share. */
export interface PointsEvent {
  rules: Pick<Rules, "guests" | "ties"> & { points: PointsRules };
  field: Contestant[];
  /** How many fished, with or without fish. */
  size: number;
  groups: PlaceGroup[];
  /** Groups whose points hang on a ruling not yet recorded. */
  waiting: ReadonlySet<PlaceGroup>;
}

/** One number of the sum and why: the rule's place in the document, the points it gave, and a sentence. */
export interface PointsPart {
  rule: string;
  points: Points;
  sentence: string;
}

/** The value of a group: 1 + those ahead who use values up; the mean of the values it covers where ties are averaged. */
export function groupValue(
  { kind, usersAhead, users }: PlaceGroup,
  { rules, size }: Pick<PointsEvent, "rules" | "size">,
): Points {
  const value = (nth: number) => placeValue(rules.points.place, { nth, field: size });
  if (rules.ties.then !== "average" || kind !== "caught" || users < 2) return value(usersAhead + 1);
  const covered = Array.from({ length: users }, (_, at) => value(usersAhead + 1 + at));
  return divideHalfUp(
    covered.reduce((sum, one) => sum + one, 0),
    users,
  );
}

/** The field: those who fished, with or without fish. */
export function fieldSize(field: Contestant[]): number {
  return field.filter((one) => one.outcome === "fished").length;
}
