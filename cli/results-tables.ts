import type { AnglerResult, BoatResult, ResultsShown } from "#core/results/results.service.ts";
import type { Measure } from "#core/weight.ts";
import { columnsOf } from "./columns.ts";
import { headOf, names } from "./exact.ts";
import { type Section, table } from "./output.ts";
import { payoutColumns, potColumns } from "./payouts.ts";

/** A tournament's results as tables: both rankings, then the money. */
export const resultsSections = (shown: ResultsShown): Section[] => [...rankings(shown), ...money(shown)];

/** The ranking that leads comes first; CSV is that one. */
function rankings({
  tournament: { name, firstDay, state, measure },
  ranked,
  anglers,
  boats,
}: ResultsShown): Section[] {
  const title = `${name}, ${firstDay} (${state})`;
  const anglerTable = (heading: string) => table(anglerColumns(measure), anglers, heading);
  const boatTable = (heading: string) => table(boatColumns(measure), boats, heading);
  if (ranked === "boat") return [boatTable(title), ...(anglers.length > 0 ? [anglerTable("Anglers")] : [])];
  return [anglerTable(title), ...(boats.length > 0 ? [boatTable("Boats")] : [])];
}

function money({ payouts, pots }: ResultsShown): Section[] {
  return [
    ...(payouts.length > 0 ? [table(payoutColumns, payouts, "Payouts")] : []),
    ...(pots.length > 0 ? [table(potColumns, pots, "Pots")] : []),
  ];
}

const weighed = (measure: Measure) =>
  ({
    fish: "count",
    dead: { kind: "count", spare: true, unless: ({ dead }: AnglerResult | BoatResult) => dead === 0 },
    gross: { kind: "weight", header: headOf(measure, "Gross"), spare: true },
    penalty: {
      kind: "weight",
      header: headOf(measure, "Penalty"),
      spare: true,
      unless: ({ penalty }: AnglerResult | BoatResult) => penalty === 0,
    },
    net: { kind: "weight", header: headOf(measure, "Net") },
    bigBass: { kind: "weight", header: headOf(measure, "Big bass") },
    points: "points",
    outcome: { kind: "word", unless: ({ outcome }: AnglerResult | BoatResult) => outcome === "fished" },
    reason: { spare: true },
  }) as const;

const anglerColumns = (measure: Measure) =>
  columnsOf<AnglerResult>({
    place: "count",
    tied: { kind: "yes-no", spare: true, unless: ({ tied }) => !tied },
    angler: { value: ({ angler }) => angler.name },
    member: "yes-no",
    boat: { kind: "count", spare: true, value: ({ boatNumber }) => boatNumber },
    ...weighed(measure),
  });

const boatColumns = (measure: Measure) =>
  columnsOf<BoatResult>({
    place: "count",
    tied: { kind: "yes-no", spare: true, unless: ({ tied }) => !tied },
    crew: { value: ({ crew }) => names(crew.map(({ angler }) => angler)) },
    boat: { kind: "count", spare: true, value: ({ boatNumber }) => boatNumber },
    ...weighed(measure),
  });
