import { type Points, printPoints } from "../points.ts";
import type { Answer } from "../seasons/points.schemas.ts";
import { answerPoints, basisOf, type Values, valuesOf } from "./answer.rules.ts";
import { bonusesOf } from "./bonus.rules.ts";
import type { Contestant } from "./contestant.rules.ts";
import type { PlaceGroup } from "./place.rules.ts";
import { scores } from "./guest.rules.ts";
import { groupValue, type PointsEvent, type PointsPart } from "./points-event.rules.ts";

/** Null points wait for a ruling. */
export interface Scored {
  points: Points | null;
  computedPoints: Points | null;
  parts: PointsPart[];
}

/** The points of everyone of an event, with the parts that explain them. */
export function scorePoints(event: PointsEvent): Map<Contestant, Scored> {
  const groupOf = new Map(
    event.groups.flatMap((group) => group.contestants.map((one) => [one, group] as const)),
  );
  const values = valuesOf(event);
  const bonuses = bonusesOf(event);
  return new Map(
    event.field.map((one) => {
      const group = groupOf.get(one) ?? null;
      if (!scores(one, event.rules)) return [one, settled(one, { event, parts: [guestPart] })];
      if (group && event.waiting.has(group))
        return [one, { points: null, computedPoints: null, parts: [waitPart(group)] }];
      const parts = [basePart(one, { event, group, values }), ...bonuses(one)];
      return [one, settled(one, { event, parts })];
    }),
  );
}

function basePart(
  one: Contestant,
  { event, group, values }: { event: PointsEvent; group: PlaceGroup | null; values: Values },
): PointsPart {
  const { points } = event.rules;
  const noFish = answerPoints(points.noFish, { values, noFish: 0, byPlace: values.afterCaught });
  const otherwise = (answer: Answer) => answerPoints(answer, { values, noFish, byPlace: values.afterFished });
  if (one.outcome === "disqualified" && one.grace && points.grace !== null) {
    return part(
      "points.grace",
      otherwise(points.grace),
      "Disqualified, with grace by a ruling of the officers",
    );
  }
  if (one.outcome === "disqualified")
    return part("points.disqualified", otherwise(points.disqualified), "Disqualified");
  if (one.outcome === "did-not-fish")
    return part("points.didNotFish", otherwise(points.didNotFish), "Did not fish");
  if (one.outcome === "buy-in")
    return part("points.buyIn", otherwise(points.buyIn ?? 0), `Bought in${basisOf(points.buyIn)}`);
  if (!one.caught) return part("points.noFish", noFish, `Fished and caught nothing${basisOf(points.noFish)}`);
  if (!group) return part("points.place", 0, "Without a place");
  const tied = group.contestants.length > 1 ? `, tied with ${group.contestants.length - 1} more` : "";
  const sentence = `Place ${group.ahead + 1}${tied}, behind ${whoEarn(group.usersAhead)} place points`;
  return part("points.place", groupValue(group, event), sentence);
}

const whoEarn = (ahead: number): string =>
  ahead === 0 ? "nobody who earns" : `${ahead} who ${ahead === 1 ? "earns" : "earn"}`;

function part(rule: string, points: Points, reason: string): PointsPart {
  return { rule, points, sentence: `${reason}: ${printPoints(points)}.` };
}

const guestPart: PointsPart = {
  rule: "guests.rank",
  points: 0,
  sentence: "A guest that day, and guests earn no points: 0.",
};

function waitPart({ ahead, contestants }: PlaceGroup): PointsPart {
  const sentence = `Place ${ahead + 1} is tied among ${contestants.length}; the points wait for a ruling.`;
  return { rule: "ties.then", points: 0, sentence };
}

/** Published points count where the rules say so, and are shown beside the computed ones otherwise. */
function settled(one: Contestant, { event, parts }: { event: PointsEvent; parts: PointsPart[] }): Scored {
  const computedPoints = parts.reduce((sum, { points }) => sum + points, 0);
  if (event.rules.points.official !== "published" || one.publishedPoints === null) {
    return { points: computedPoints, computedPoints, parts };
  }
  const points = one.publishedPoints;
  const sentence = `As published: ${printPoints(points)}; the rules alone would give ${printPoints(computedPoints)}.`;
  const correction = { rule: "points.official", points: points - computedPoints, sentence };
  return { points, computedPoints, parts: points === computedPoints ? parts : [...parts, correction] };
}
