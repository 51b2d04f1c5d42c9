import { divideHalfUp } from "../decimal.ts";
import { type Points, printPoints } from "../points.ts";
import type { Race } from "../seasons/race.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { PointsPart } from "../tournaments/points-event.rules.ts";
import type { Weight } from "../weight.ts";
import { countedResults, type SeasonEvent } from "./keep.rules.ts";
import { type RaceResult, whoKey } from "./race-result.rules.ts";

/** Everything a season's table is made of. */
export interface SeasonFacts {
  events: SeasonEvent[];
  /** Of the events that are held. */
  results: RaceResult[];
  /** Meetings each angler attended. */
  meetings: ReadonlyMap<number, number>;
  /** What each row (`whoKey`) ended the season before with, where rules carry it over. */
  carried: ReadonlyMap<string, { points: Points; wins: number }>;
  /** For tables that break ties by name. */
  names: ReadonlyMap<number, string>;
}

export interface StandingResult extends RaceResult {
  counted: boolean;
  dropped: boolean;
}

/** One row of a season's table before it has a place. */
export interface SeasonTotal {
  who: number[];
  /** Null where the season has none. */
  points: Points | null;
  wins: number;
  totalWeight: Weight;
  countedWeight: Weight;
  bigBass: Weight | null;
  bestPlace: number | null;
  /** Events fished. */
  events: number;
  results: StandingResult[];
  /** Why: the parts sum to the points. */
  parts: PointsPart[];
}

interface Given {
  results: RaceResult[];
  rules: Rules;
  season: SeasonFacts;
}

/** Adds up the results of one row. */
export function seasonTotal(race: Race, { results, rules, season }: Given): SeasonTotal {
  const who = results[0]?.who ?? [];
  const kept = countedResults(results, { events: season.events, rules: rules.season });
  const events = eventsFished(results);
  const parts = rules.points
    ? [keptPart(kept, results), ...extraParts({ race, who, events, rules, season })]
    : [];
  return {
    who,
    points: rules.points ? sum(parts, ({ points }) => points) : null,
    wins: winsOf(results),
    totalWeight: weightOf(results),
    countedWeight: weightOf(kept),
    bigBass: results.reduce((most: number | null, { bigBass }) => furthest(most, bigBass, Math.max), null),
    bestPlace: results.reduce((best: number | null, { place }) => furthest(best, place, Math.min), null),
    events,
    results: results
      .toSorted((one, other) => one.tournamentId - other.tournamentId)
      .map((result) => standingResult(result, kept === results || kept.includes(result))),
    parts,
  };
}

/** The points of one row alone; null where the season has none. */
export function seasonPoints(race: Race, { results, rules, season }: Given): Points | null {
  if (!rules.points) return null;
  const kept = countedResults(results, { events: season.events, rules: rules.season });
  const who = results[0]?.who ?? [];
  const extras = extraParts({ race, who, events: eventsFished(results), rules, season });
  return pointsOf(kept) + sum(extras, ({ points }) => points);
}

const standingResult = (result: RaceResult, counted: boolean): StandingResult => ({
  ...result,
  counted,
  dropped: !counted,
});

const eventsFished = (results: RaceResult[]): number =>
  sum(results, ({ outcome }) => Number(outcome === "fished"));

function keptPart(kept: RaceResult[], results: RaceResult[]): PointsPart {
  const points = pointsOf(kept);
  const of = kept.length === results.length ? `${results.length}` : `${kept.length} of ${results.length}`;
  return { rule: "season.keep", points, sentence: `${of} results count: ${printPoints(points)}.` };
}

/** Meetings, attendance and what was carried over; meetings are of anglers. */
function extraParts({
  race,
  who,
  events,
  rules,
  season,
}: {
  race: Race;
  who: number[];
  events: number;
  rules: Rules;
  season: SeasonFacts;
}): PointsPart[] {
  const { meetings, attendance, carry } = rules.season;
  const attended = race === "crew" ? 0 : (season.meetings.get(who[0] ?? 0) ?? 0);
  const before = season.carried.get(whoKey(who));
  return [
    meetings &&
      extra(
        "meetings",
        Math.min(attended * meetings.points, meetings.cap ?? Infinity),
        `${attended} meetings`,
      ),
    attendance &&
      extra("attendance", events >= attendance.events ? attendance.points : 0, `${events} events fished`),
    carry && before
      ? extra(
          "carry",
          divideHalfUp(before.points, carry.divideBy * 100) * 100 + before.wins * carry.perWin,
          "Carried over",
        )
      : null,
  ].filter((part) => part !== null);
}

function extra(name: string, points: Points, reason: string): PointsPart | null {
  return points === 0
    ? null
    : { rule: `season.${name}`, points, sentence: `${reason}: ${printPoints(points)}.` };
}

export const winsOf = (results: RaceResult[]): number => sum(results, ({ win }) => Number(win));

export const weightOf = (results: RaceResult[]): Weight => sum(results, ({ weight }) => weight ?? 0);

const pointsOf = (results: RaceResult[]): Points => sum(results, ({ points }) => points ?? 0);

function sum<T>(all: readonly T[], figure: (one: T) => number): number {
  let total = 0;
  for (const one of all) total += figure(one);
  return total;
}

/** Of two figures the most or the least; one that is not known is neither. */
function furthest(
  one: number | null,
  other: number | null,
  pick: (one: number, other: number) => number,
): number | null {
  return one === null || other === null ? (one ?? other) : pick(one, other);
}
