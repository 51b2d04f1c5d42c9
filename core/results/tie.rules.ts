import type { Cents } from "../money.ts";
import { placeValue } from "../seasons/place-value.rules.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { Ranking } from "../tournaments/facts.rules.ts";
import { isWin, type PlaceGroup } from "../tournaments/place.rules.ts";
import { scores } from "../tournaments/guest.rules.ts";
import { fieldSize } from "../tournaments/points-event.rules.ts";
import type { Contestant } from "../tournaments/contestant.rules.ts";

/** What may hang on a tie. */
export type Stake = "points" | "paid-place" | "win";

/** A tie that waits for a ruling: whom it is about, and what hangs on it. */
export interface RulingNeeded {
  ranking: Ranking;
  place: number;
  stakes: Stake[];
  /** The tied: their entries and, in the ranking of anglers, the anglers. */
  entryIds: number[];
  anglerIds: number[];
  sentence: string;
}

interface TieRanking {
  ranking: Ranking;
  field: Contestant[];
  groups: PlaceGroup[];
  rules: Rules;
  countsForPoints: boolean;
  /** Money of the paid places, where this ranking is paid. */
  amounts: Cents[];
}

/** The ties of a ranking that wait: only where points, a paid place or a win hang on them. */
export function waitingTies(ranking: TieRanking): Map<PlaceGroup, Stake[]> {
  if (ranking.rules.ties.then !== "ruling") return new Map();
  const tied = ranking.groups.filter(({ kind, contestants }) => kind === "caught" && contestants.length > 1);
  return new Map(
    tied.map((group) => [group, stakesOf(group, ranking)] as const).filter(([, stakes]) => stakes.length > 0),
  );
}

/** The rulings that the waiting ties of a ranking need, in words. */
export function rulingsFor({
  ranking,
  ties,
}: {
  ranking: Ranking;
  ties: Map<PlaceGroup, Stake[]>;
}): RulingNeeded[] {
  return [...ties].map(([{ ahead, contestants }, stakes]) => {
    const place = ahead + 1;
    const who = `${contestants.length} ${ranking === "angler" ? "anglers" : "boats"}`;
    const why = stakes.map((stake) => words[stake]).join(" and ");
    return {
      ranking,
      place,
      stakes,
      entryIds: contestants.map(({ entryId }) => entryId),
      anglerIds: contestants.map(({ anglerId }) => anglerId).filter((id) => id !== null),
      sentence: `${who} are tied for place ${place} and ${why} on it: record the ruling.`,
    };
  });
}

const words: Record<Stake, string> = {
  points: "points hang",
  "paid-place": "a paid place hangs",
  win: "the win hangs",
};

function stakesOf(group: PlaceGroup, event: TieRanking): Stake[] {
  const ranked = event.rules.ranked === event.ranking;
  const stakes: [Stake, boolean][] = [
    ["points", ranked && event.countsForPoints && pointsHang(group, event)],
    ["paid-place", !allEqual(covered(group, event.amounts))],
    ["win", ranked && isWin(group)],
  ];
  return stakes.filter(([, hangs]) => hangs).map(([stake]) => stake);
}

/** Whether another order of the tied would change anyone's points. */
function pointsHang(group: PlaceGroup, { rules, field }: TieRanking): boolean {
  const { points } = rules;
  if (!points || !group.contestants.some((one) => scores(one, rules))) return false;
  if (points.bonus.perBeaten > 0 || (isWin(group) && points.bonus.win > 0)) return true;
  const size = fieldSize(field);
  const nths = Array.from({ length: group.users }, (_, at) => group.usersAhead + 1 + at);
  return !allEqual(nths.map((nth) => placeValue(points.place, { nth, field: size })));
}

function covered({ ahead, contestants }: PlaceGroup, amounts: Cents[]): Cents[] {
  return contestants.map((_, at) => amounts[ahead + at] ?? 0);
}

const allEqual = (values: number[]) => values.every((value) => value === values[0]);
