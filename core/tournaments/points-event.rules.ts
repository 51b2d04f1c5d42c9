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

/** Guests below "score" earn nothing. */
export function scores(one: Contestant, { guests }: Pick<Rules, "guests">): boolean {
  return one.member || guests.rank === "score";
}

/** Guests below "use-points" stand in the order without using up a value. */
export function usesValue(one: Contestant, { guests }: Pick<Rules, "guests">): boolean {
  return one.member || guests.rank === "use-points" || guests.rank === "score";
}

/** The value of a group: 1 + those ahead who use values up; the mean of the values it covers where ties are averaged. */
export function groupValue(
  group: PlaceGroup,
  { rules, groups, field }: Omit<PointsEvent, "waiting">,
): Points {
  const size = fieldSize(field);
  const nth = 1 + usersAhead(group, { groups, rules });
  const users = group.contestants.filter((one) => usesValue(one, rules)).length;
  if (rules.ties.then !== "average" || group.kind !== "caught" || users < 2) {
    return placeValue(rules.points.place, { nth, field: size });
  }
  const covered = Array.from({ length: users }, (_, at) =>
    placeValue(rules.points.place, { nth: nth + at, field: size }),
  );
  return divideHalfUp(
    covered.reduce((sum, value) => sum + value, 0),
    users,
  );
}

/** The field: those who fished, with or without fish. */
export function fieldSize(field: Contestant[]): number {
  return field.filter((one) => one.outcome === "fished").length;
}

export function usersAhead(
  group: PlaceGroup,
  { groups, rules }: { groups: PlaceGroup[]; rules: Pick<Rules, "guests"> },
): number {
  return groups
    .filter((other) => other.ahead < group.ahead)
    .reduce((sum, { contestants }) => sum + contestants.filter((one) => usesValue(one, rules)).length, 0);
}
