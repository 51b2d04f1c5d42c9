import { type Points, printPoints } from "../points.ts";
import { placeValue } from "../seasons/place-value.rules.ts";
import type { Answer } from "../seasons/points.schemas.ts";
import type { PlaceGroup } from "./place.rules.ts";
import { groupValue, type PointsEvent } from "./points-event.rules.ts";

/** The values an answer may start from; null where nobody fished, or caught. */
export interface Values {
  first: Points;
  /** By place after the last catch, after the last who fished, after the buy-ins. */
  afterCaught: Points;
  afterFished: Points;
  lastWithFish: Points | null;
  lastPlace: Points | null;
}

export function valuesOf(event: PointsEvent): Values {
  const { rules, groups, size } = event;
  const using = (kind: PlaceGroup["kind"]) =>
    groups.filter((group) => group.kind === kind).reduce((sum, { users }) => sum + users, 0);
  const value = (nth: number) => placeValue(rules.points.place, { nth, field: size });
  const [caught, empty] = [using("caught"), using("no-fish")];
  const last = groups.findLast(({ kind, users }) => kind === "caught" && users > 0);
  const afterCaught = value(caught + 1);
  const lastWithFish = !last ? null : rules.ties.then === "ruling" ? value(caught) : groupValue(last, event);
  return {
    first: value(1),
    afterCaught,
    afterFished: value(caught + empty + 1),
    lastWithFish,
    lastPlace: empty > 0 ? afterCaught : lastWithFish,
  };
}

/** What an answer of the rules comes to. Never below 0. */
export function answerPoints(
  answer: Answer,
  { values, noFish, byPlace }: { values: Values; noFish: Points; byPlace: Points },
): Points {
  if (typeof answer === "number") return answer;
  if (answer === "by-place") return byPlace;
  const start = { "last-with-fish": values.lastWithFish, "last-place": values.lastPlace, "no-fish": noFish }[
    answer.from
  ];
  if (start === null && answer.ifNone !== null) return answer.ifNone;
  return Math.max(0, (start ?? values.first) + answer.add);
}

/** What an answer starts from, in words. */
export function basisOf(answer: Answer | null): string {
  if (answer === null || typeof answer === "number") return "";
  if (answer === "by-place") return ", sharing the place after the last";
  const start = { "last-with-fish": "the last with fish", "last-place": "last place", "no-fish": "no fish" }[
    answer.from
  ];
  if (answer.add === 0) return `: as much as ${start}`;
  return `: ${printPoints(Math.abs(answer.add))} ${answer.add < 0 ? "less" : "more"} than ${start}`;
}
