import { exactWeight } from "../weight.ts";
import { printPoints } from "../points.ts";
import type { FishedAs } from "./boat-rows.rules.ts";
import { type BagState, type BoatState, type CrewState, outcomeOf } from "./boat-state.rules.ts";
import { type ColumnName, columnNames } from "./column-names.rules.ts";

type Row = Partial<Record<ColumnName, string>>;

/**
 * The rows of a results file that say the same as these boats: one a boat where the boat brings the bag and all aboard
 * are alike, else one for each aboard; of each day one. Columns that would be empty are left out.
 */
export function exportRows(
  boats: readonly BoatState[],
  {
    fished,
    nameOf,
  }: { fished: Pick<FishedAs, "ranked" | "per" | "days">; nameOf: (anglerId: number) => string },
): { header: string[]; rows: string[][] } {
  const ordered = boats.toSorted(
    (one, other) =>
      (one.entry.boatNumber ?? Infinity) - (other.entry.boatNumber ?? Infinity) ||
      one.entry.id - other.entry.id,
  );
  const rows = ordered.flatMap((boat) => rowsOf(boat, { fished, nameOf }));
  const header = columnNames("tournament").filter(
    (name) => always.has(name) || rows.some((row) => (row[name] ?? "") !== ""),
  );
  return { header, rows: rows.map((row) => header.map((name) => row[name] ?? "")) };
}

interface Shown {
  fished: Pick<FishedAs, "ranked" | "per" | "days">;
  nameOf: (anglerId: number) => string;
}

function rowsOf(boat: BoatState, shown: Shown): Row[] {
  const [first, second] = boat.crew;
  const common = shown.fished.per === "boat";
  const asOne = common && second !== undefined && isAlike(boat, first!, second);
  return boat.crew.flatMap((one, index) => {
    if (asOne && index > 0) return [];
    const bags = boat.bags.filter(({ angler }) => (angler === null ? index === 0 : angler === one.angler));
    const mate = boat.crew.find((other) => other !== one);
    // Without a number the boat is known by who was together.
    const partner = mate && (asOne || boat.entry.boatNumber === null) ? shown.nameOf(mate.angler) : "";
    const row = { ...aboard(boat, one, shown), partner };
    if (bags.length === 0) return [row];
    return bags.map((bag) => ({ ...row, ...weighed(bag, shown), ...reasonOf(row, bag) }));
  });
}

function aboard({ entry }: BoatState, one: CrewState, { fished, nameOf }: Shown): Row {
  const outcome = outcomeOf(entry, one);
  const published = fished.ranked === "boat" ? entry : one;
  return {
    boat: shownNumber(entry.boatNumber),
    angler: nameOf(one.angler),
    seat: one.seat ?? "",
    stands_in_for: one.standsInFor === null ? "" : nameOf(one.standsInFor),
    member: one.wasMember ? "yes" : "no",
    status: entry.kind === "buy-in" ? "buy-in" : outcome === "fished" ? "" : outcome,
    reason: one.reason ?? entry.reason ?? "",
    place: shownNumber(published.publishedPlace),
    points: published.publishedPoints === null ? "" : printPoints(published.publishedPoints),
  };
}

function weighed(bag: BagState, { fished, nameOf }: Shown): Row {
  const weight = bag.gross === null ? "" : exactWeight(bag.gross);
  return {
    day: fished.days > 1 ? String(bag.day) : "",
    fish: shownNumber(bag.fish),
    dead: shownNumber(bag.dead || null),
    short: shownNumber(bag.short || null),
    weight: bag.netOnly ? "" : weight,
    net: bag.netOnly ? weight : "",
    penalty: bag.otherPenalty === 0 ? "" : exactWeight(bag.otherPenalty),
    late: shownNumber(bag.late || null),
    big_bass: bag.bigBass === null ? "" : exactWeight(bag.bigBass),
    caught_by: bag.caughtBy === null ? "" : nameOf(bag.caughtBy),
    lengths: (bag.lengths ?? []).map(exactWeight).join(" "),
  };
}

const reasonOf = (row: Row, bag: BagState): Row =>
  bag.otherPenalty > 0 && !row.reason ? { reason: bag.penaltyReason ?? "" } : {};

/** Whether one row may speak for both. */
const isAlike = ({ entry }: BoatState, one: CrewState, other: CrewState): boolean =>
  one.wasMember === other.wasMember &&
  outcomeOf(entry, one) === outcomeOf(entry, other) &&
  (one.reason ?? entry.reason) === (other.reason ?? entry.reason) &&
  [one, other].every(({ seat, standsInFor }) => seat === null && standsInFor === null);

const shownNumber = (value: number | null) => (value === null ? "" : String(value));

const always: ReadonlySet<ColumnName> = new Set(["boat", "angler", "fish", "weight", "big_bass"]);
