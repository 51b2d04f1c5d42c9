import { divideHalfUp } from "../decimal.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { Ties } from "../seasons/penalties.schemas.ts";
import type { Contestant } from "./contestant.rules.ts";
import { takesPlace, usesValue } from "./guest.rules.ts";

/** Those whom nothing tells apart, and how many stand ahead of them. */
export interface PlaceGroup {
  kind: "caught" | "no-fish" | "buy-in";
  ahead: number;
  contestants: Contestant[];
  /** Of those ahead, and of these, who use place values up. */
  usersAhead: number;
  users: number;
}

/**
 * The order of an event: caught before no fish; net; the rules' tie breakers; a ruling's rank; the place as published.
 * Zeros are one group, never separated; buy-ins the next. Who is disqualified, stayed at home, or is a guest where
 * guests take no place, is not in it.
 */
export function orderOf(field: Contestant[], rules: Pick<Rules, "ties" | "guests">): PlaceGroup[] {
  const placed = field.filter((one) => takesPlace(one, rules));
  const fished = placed.filter((one) => one.outcome === "fished");
  const caught = fished.filter((one) => one.caught);
  const equals: Pick<PlaceGroup, "kind" | "contestants">[] = [
    ...separate(caught, stepsFor(caught, rules.ties)).map((group) => ({
      kind: "caught" as const,
      contestants: group,
    })),
    { kind: "no-fish", contestants: fished.filter((one) => !one.caught) },
    { kind: "buy-in", contestants: placed.filter((one) => one.outcome === "buy-in") },
  ];
  let [ahead, usersAhead] = [0, 0];
  return equals
    .filter(({ contestants }) => contestants.length > 0)
    .map(({ kind, contestants }) => {
      const users = contestants.filter((one) => usesValue(one, rules)).length;
      const group = { kind, ahead, contestants, usersAhead, users };
      ahead += contestants.length;
      usersAhead += users;
      return group;
    });
}

/** Place = 1 + those ahead; where ties are averaged the mean of the places they cover, two decimals. */
export function placeOf({ kind, ahead, contestants }: PlaceGroup, ties: Ties): number {
  if (kind !== "caught" || ties.then !== "average") return ahead + 1;
  return divideHalfUp(100 * (2 * ahead + 1 + contestants.length), 2) / 100;
}

/** A win needs a fish. */
export function isWin({ kind, ahead }: PlaceGroup): boolean {
  return kind === "caught" && ahead === 0;
}

/** What compares two contestants: more is ahead; null is unknown. */
type Step = (contestant: Contestant) => number | null;

const tieBreakers: Record<Ties["by"][number], Step> = {
  "most-fish": (one) => one.fish,
  "big-bass": (one) => one.bigBass,
  "earlier-weigh-in": (one) => negative(one.weighInOrder),
};

const decided: Step[] = [(one) => negative(one.tieRank), (one) => negative(one.publishedPlace)];

/** Tie breakers tell apart equal weights; one unknown weight leaves the whole event to rulings and published places. */
function stepsFor(caught: Contestant[], ties: Ties): Step[] {
  if (caught.some((one) => one.net === null)) return decided;
  return [(one) => one.net, ...ties.by.map((name) => tieBreakers[name]), ...decided];
}

/** Splits equals by the first step, and those still equal by the next. A step unknown for one is skipped for all. */
function separate(equals: Contestant[], [step, ...rest]: Step[]): Contestant[][] {
  if (equals.length <= 1) return equals.length === 0 ? [] : [equals];
  if (!step) return [equals];
  const values = equals.map((contestant) => ({ contestant, value: step(contestant) }));
  if (values.some(({ value }) => value === null)) return separate(equals, rest);
  const byValue = Map.groupBy(values, ({ value }) => value ?? 0);
  return [...byValue.entries()]
    .toSorted(([one], [other]) => other - one)
    .flatMap(([, group]) =>
      separate(
        group.map(({ contestant }) => contestant),
        rest,
      ),
    );
}

function negative(value: number | null): number | null {
  return value === null ? null : -value;
}
