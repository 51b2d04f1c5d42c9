import type { Cents } from "../money.ts";
import type { Points } from "../points.ts";
import type { Contestant } from "../tournaments/contestant.rules.ts";
import { isWin, type PlaceGroup, placeOf } from "../tournaments/place.rules.ts";
import { fieldSize, type PointsPart } from "../tournaments/points-event.rules.ts";
import { type Scored, scorePoints } from "../tournaments/points.rules.ts";
import type { EventMoney } from "./event-money.rules.ts";
import type { RankedEvent, RankedField } from "./ranked-field.rules.ts";

/** What the rules answer for one angler, or one boat, of one tournament. */
export interface ContestantResult extends Contestant {
  /** Null for the disqualified, who did not fish, and guests where they take no place. */
  place: number | null;
  /** Shares its place. */
  tied: boolean;
  /** The place waits for a ruling. */
  waiting: boolean;
  win: boolean;
  /** Null while they wait for a ruling, and where this ranking or event earns none. */
  points: Points | null;
  /** By the rules alone, where published points count. */
  computedPoints: Points | null;
  /** Why: the parts sum to the points. */
  parts: PointsPart[];
  /** Place money. */
  payout: Cents;
}

/** The results of one ranking, in order of place, those without one last. */
export function resultsOf(
  ranked: RankedField,
  event: RankedEvent & { split: EventMoney | null },
): ContestantResult[] {
  const scored = pointsOf(ranked, event);
  const payouts = new Map(event.split?.payouts.map(({ contestant, cents }) => [contestant, cents]));
  const result = (one: Contestant, group: PlaceGroup | null): ContestantResult => ({
    ...one,
    ...placing(group, { ranked, event }),
    ...(scored?.get(one) ?? unscored),
    payout: payouts.get(one) ?? 0,
  });
  const placed = ranked.groups.flatMap((group) => group.contestants.map((one) => result(one, group)));
  const inOrder = new Set(ranked.groups.flatMap(({ contestants }) => contestants));
  return [...placed, ...ranked.field.filter((one) => !inOrder.has(one)).map((one) => result(one, null))];
}

function placing(group: PlaceGroup | null, { ranked, event }: { ranked: RankedField; event: RankedEvent }) {
  if (!group) return { place: null, tied: false, waiting: false, win: false };
  const waiting = ranked.ties.has(group);
  return {
    place: placeOf(group, event.rules.ties),
    tied: group.contestants.length > 1,
    waiting,
    win: isWin(group) && !waiting,
  };
}

/** Only the ranking the season is about earns points, and only where the event counts. */
function pointsOf(
  { ranking, field, groups, ties }: RankedField,
  { facts, rules }: RankedEvent,
): Map<Contestant, Scored> | null {
  if (!rules.points || rules.ranked !== ranking || !facts.changes.countsForPoints) return null;
  const waiting = new Set(
    [...ties].filter(([, stakes]) => stakes.includes("points")).map(([group]) => group),
  );
  return scorePoints({
    rules: { ...rules, points: rules.points },
    field,
    size: fieldSize(field),
    groups,
    waiting,
  });
}

const unscored: Scored = { points: null, computedPoints: null, parts: [] };
