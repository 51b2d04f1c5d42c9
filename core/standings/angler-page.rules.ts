import type { Points } from "../points.ts";
import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import { mainMeasure, type Measure, type Weight } from "../weight.ts";
import type { FinishRow } from "./angler-page.queries.ts";

/** One official tournament of one angler. */
export interface FinishShown {
  tournament: TournamentSummary;
  /** Who was aboard with them. */
  partners: AnglerRef[];
  outcome: FinishRow["outcome"];
  place: number | null;
  tied: boolean;
  points: Points | null;
  /** What the weights are. */
  measure: Measure;
  /** The angler's bag, or the boat's where boats are ranked. */
  net: Weight | null;
  fish: number | null;
  limit: boolean;
  win: boolean;
  /** Only where it is known to be theirs. */
  bigBass: Weight | null;
}

/** What a stretch of tournaments came to. */
export interface FinishSum {
  events: number;
  wins: number;
  limits: number;
  bestPlace: number | null;
  weight: Weight;
  bigBass: Weight | null;
}

export interface AnglerBest {
  weight: Weight;
  tournament: TournamentSummary;
}

/** An angler's page: everything that is official; its sums, bests and means are of what was weighed, else measured. */
export interface AnglerFinishes {
  measure: Measure;
  total: FinishSum;
  bests: { bigBass: AnglerBest | null; heaviestBag: AnglerBest | null };
  /** Newest first. */
  seasons: (FinishSum & { year: number; measure: Measure })[];
  /** All twelve, 1 is January; the mean is over the tournaments fished then. */
  months: { month: number; events: number; wins: number; mean: Weight | null }[];
  /** Newest first. */
  finishes: FinishShown[];
}

/** Adds up what an angler's official tournaments came to, by season and by month. */
export function addUpFinishes(rows: readonly FinishRow[]): AnglerFinishes {
  const seasons = Map.groupBy(rows, ({ tournament }) => tournament.season);
  const measure = mainMeasure(rows.map((row) => row.measure));
  const alike = rows.filter((row) => row.measure === measure);
  const { weight, bigBass } = sumOf(alike);
  return {
    measure,
    total: { ...sumOf(rows), weight, bigBass },
    bests: {
      bigBass: best(alike, (row) => (row.ownBass && row.caught ? row.bigBass : null)),
      heaviestBag: best(alike, (row) => (row.oneBag && row.caught ? row.net : null)),
    },
    seasons: [...seasons].map(([year, own]) => ({ year, measure: own[0]!.measure, ...sumOf(own) })),
    months: Array.from({ length: 12 }, (_, index) => monthOf(rows, { month: index + 1, measure })),
    finishes: rows.map(showFinish),
  };
}

const fished = ({ outcome }: FinishRow): boolean => outcome === "fished";

function sumOf(rows: readonly FinishRow[]): FinishSum {
  const places = rows.flatMap(({ place, outcome }) =>
    place === null || outcome === "buy-in" ? [] : [place],
  );
  const bass = rows.flatMap((row) =>
    row.ownBass && row.caught && row.bigBass !== null ? [row.bigBass] : [],
  );
  return {
    events: rows.filter(fished).length,
    wins: rows.filter(({ win }) => win).length,
    limits: rows.filter(({ limit }) => limit).length,
    bestPlace: places.length === 0 ? null : Math.min(...places),
    weight: weightOf(rows),
    bigBass: bass.length === 0 ? null : Math.max(...bass),
  };
}

const weightOf = (rows: readonly FinishRow[]): Weight =>
  rows.filter(fished).reduce((sum, { net }) => sum + (net ?? 0), 0);

function monthOf(
  rows: readonly FinishRow[],
  { month, measure }: { month: number; measure: Measure },
): AnglerFinishes["months"][number] {
  const own = rows.filter(
    (row) => fished(row) && row.net !== null && Number(row.tournament.firstDay.slice(5, 7)) === month,
  );
  const alike = own.filter((row) => row.measure === measure);
  const mean = alike.length === 0 ? null : Math.round(weightOf(alike) / alike.length);
  return { month, events: own.length, wins: own.filter(({ win }) => win).length, mean };
}

/** The heaviest, the earlier where two are equal: rows come newest first. */
function best(rows: readonly FinishRow[], figure: (row: FinishRow) => Weight | null): AnglerBest | null {
  return rows.reduce<AnglerBest | null>((heaviest, row) => {
    const weight = figure(row);
    if (weight === null || weight === 0 || (heaviest !== null && weight < heaviest.weight)) return heaviest;
    return { weight, tournament: row.tournament };
  }, null);
}

const showFinish = (row: FinishRow): FinishShown => {
  const { tournament, partners, outcome, place, tied, points, measure, net, fish, limit, win } = row;
  const bigBass = row.ownBass && row.caught ? row.bigBass : null;
  return { tournament, partners, outcome, place, tied, points, measure, net, fish, limit, win, bigBass };
};
