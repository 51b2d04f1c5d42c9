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

/** Adds up the results of one row. */
export function seasonTotal(
  race: Race,
  { results, rules, season }: { results: RaceResult[]; rules: Rules; season: SeasonFacts },
): SeasonTotal {
  const who = results[0]?.who ?? [];
  const counted = countedResults(results, { events: season.events, rules: rules.season });
  const kept = results.filter((result) => counted.has(result));
  const events = results.filter(({ outcome }) => outcome === "fished").length;
  const parts = rules.points
    ? [keptPart(kept, results), ...extraParts({ race, who, events, rules, season })].filter(
        (part) => part !== null,
      )
    : [];
  return {
    who,
    points: rules.points ? parts.reduce((sum, { points }) => sum + points, 0) : null,
    wins: results.filter(({ win }) => win).length,
    totalWeight: weightOf(results),
    countedWeight: weightOf(kept),
    bigBass: extreme(
      results.map(({ bigBass }) => bigBass),
      Math.max,
    ),
    bestPlace: extreme(
      results.map(({ place }) => place),
      Math.min,
    ),
    events,
    results: results
      .toSorted((one, other) => one.tournamentId - other.tournamentId)
      .map((result) =>
        Object.assign({}, result, { counted: counted.has(result), dropped: !counted.has(result) }),
      ),
    parts,
  };
}

function keptPart(kept: RaceResult[], results: RaceResult[]): PointsPart {
  const points = kept.reduce((sum, result) => sum + (result.points ?? 0), 0);
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
}): (PointsPart | null)[] {
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
  ];
}

function extra(name: string, points: Points, reason: string): PointsPart | null {
  return points === 0
    ? null
    : { rule: `season.${name}`, points, sentence: `${reason}: ${printPoints(points)}.` };
}

const weightOf = (results: RaceResult[]) => results.reduce((sum, { weight }) => sum + (weight ?? 0), 0);

function extreme(values: (number | null)[], pick: (...known: number[]) => number): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? pick(...known) : null;
}
