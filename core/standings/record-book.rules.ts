import type { LakeRef } from "../lakes/lakes.service.ts";
import type { Weight } from "../weight.ts";
import type { RecordLine, RecordPage } from "./records.queries.ts";

/** A bass or a bag that may be a record. */
export interface Catch extends Pick<
  RecordLine,
  "tournamentId" | "entryId" | "anglerId" | "fish" | "lakeId" | "month"
> {
  weight: Weight;
}

/** A catch with its place among the others; equals share one. */
export interface PlacedCatch extends Catch {
  place: number;
  tied: boolean;
}

interface Best {
  tournaments: number;
  bigBass: PlacedCatch[];
  heaviestBag: PlacedCatch[];
}

export interface RecordBook {
  tournaments: number;
  bigBass: PlacedCatch[];
  heaviestBags: PlacedCatch[];
  lakes: (Best & { lake: LakeRef })[];
  months: (Best & { month: number })[];
}

/** Finds the records among what was weighed; `bags` are those of tournaments over several days. */
export function writeBook({
  lines,
  bags,
  top,
  ...held
}: Omit<RecordPage, "several" | "seasons" | "measure" | "leftOut"> & {
  bags: readonly Catch[];
  top: number;
}): RecordBook {
  const bass = lines.flatMap((line) => weighing(line, line.bigBass));
  const stringers = [...lines.flatMap((line) => weighing(line, line.bag)), ...bags];
  const best = <Of extends "lakeId" | "month">(of: Of, value: RecordLine[Of]): Omit<Best, "tournaments"> => ({
    bigBass: heaviest(bass.filter((one) => one[of] === value)),
    heaviestBag: heaviest(stringers.filter((one) => one[of] === value)),
  });
  return {
    tournaments: held.tournaments,
    bigBass: first(bass, top),
    heaviestBags: first(stringers, top),
    lakes: held.lakes.map(({ tournaments, ...lake }) => ({ lake, tournaments, ...best("lakeId", lake.id) })),
    months: held.months.map((one) => ({ ...one, ...best("month", one.month) })),
  };
}

/** Every catch that stands in the book. */
export function catchesIn({ bigBass, heaviestBags, lakes, months }: RecordBook): Catch[] {
  const best = [...lakes, ...months].flatMap((one) => [...one.bigBass, ...one.heaviestBag]);
  return [...bigBass, ...heaviestBags, ...best];
}

/** The places of these figures, most first: 1 + those with more; equals share one. The first `top` places. */
export function placesOf<One>(
  ones: readonly One[],
  { figure, top }: { figure: (one: One) => number; top: number },
): (One & { place: number; tied: boolean })[] {
  const sorted = ones.toSorted((one, other) => figure(other) - figure(one));
  const level = (at: number, other: number) =>
    sorted[other] !== undefined && figure(sorted[other]) === figure(sorted[at]!);
  let place = 0;
  const placed = sorted.map((one, at) => {
    if (!level(at, at - 1)) place = at + 1;
    return Object.assign({}, one, { place, tied: level(at, at - 1) || level(at, at + 1) });
  });
  return placed.filter((one) => one.place <= top);
}

const weighing = (
  { tournamentId, entryId, anglerId, fish, lakeId, month }: RecordLine,
  weight: Weight | null,
): Catch[] => (weight === null ? [] : [{ tournamentId, entryId, anglerId, fish, lakeId, month, weight }]);

const heaviest = (catches: Catch[]): PlacedCatch[] => first(catches, 1);

/** Of equals the earlier comes first. */
function first(catches: Catch[], top: number): PlacedCatch[] {
  const inOrder = catches.toSorted(
    (one, other) => one.tournamentId - other.tournamentId || one.entryId - other.entryId,
  );
  return placesOf(inOrder, { figure: ({ weight }) => weight, top });
}
