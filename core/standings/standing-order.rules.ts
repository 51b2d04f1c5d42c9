import type { RaceRules } from "../seasons/race.schemas.ts";
import type { SeasonTotal } from "./season-total.rules.ts";

/** One row of a season's table. */
export interface StandingRow extends SeasonTotal {
  /** Null with fewer events than the rules ask for. */
  place: number | null;
  tied: boolean;
}

interface Ranked {
  rules: RaceRules;
  names: ReadonlyMap<number, string>;
}

/** Puts rows in the race's order: 1 + those ahead; still equal share a place; too few events have none and come last. */
export function rankRows(rows: SeasonTotal[], ranked: Ranked): StandingRow[] {
  const compare = (one: SeasonTotal, other: SeasonTotal) => compareRows(one, other, ranked);
  const sorted = rows.toSorted((one, other) => compare(one, other) || byIds(one, other));
  const enough = sorted.filter(({ events }) => events >= ranked.rules.minimumEvents);
  const tooFew = sorted.filter(({ events }) => events < ranked.rules.minimumEvents);
  let place = 0;
  const placed = enough.map((row, at) => {
    const before = enough[at - 1];
    const after = enough[at + 1];
    const equalsBefore = before !== undefined && compare(before, row) === 0;
    if (!equalsBefore) place = at + 1;
    const equalsAfter = after !== undefined && compare(row, after) === 0;
    return inPlace(row, { place, tied: equalsBefore || equalsAfter });
  });
  return [...placed, ...tooFew.map((row) => inPlace(row, { place: null, tied: false }))];
}

const inPlace = (row: SeasonTotal, { place, tied }: Pick<StandingRow, "place" | "tied">): StandingRow => ({
  ...row,
  place,
  tied,
});

export type Criterion = RaceRules["order"][number];

/** What more of puts a row ahead. */
export const measures: Record<Exclude<Criterion, "name">, (row: SeasonTotal) => number> = {
  points: (row) => row.points ?? 0,
  wins: (row) => row.wins,
  "total-weight": (row) => row.totalWeight,
  "counted-weight": (row) => row.countedWeight,
  "big-bass": (row) => row.bigBass ?? 0,
  "best-place": (row) => -(row.bestPlace ?? Number.MAX_SAFE_INTEGER),
  events: (row) => row.events,
};

function compareRows(one: SeasonTotal, other: SeasonTotal, { rules, names }: Ranked): number {
  for (const criterion of rules.order) {
    const difference =
      criterion === "name"
        ? nameOf(one, names).localeCompare(nameOf(other, names), "en")
        : measures[criterion](other) - measures[criterion](one);
    if (difference !== 0) return difference;
  }
  return 0;
}

function nameOf({ who }: SeasonTotal, names: ReadonlyMap<number, string>): string {
  return who
    .map((id) => names.get(id) ?? "")
    .toSorted()
    .join(" + ");
}

/** Equals are shown in order of id, so that the table does not depend on how results come in. */
function byIds({ who: one }: SeasonTotal, { who: other }: SeasonTotal): number {
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
}
