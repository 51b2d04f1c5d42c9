import type { AnglerResult, BoatResult, ResultsShown } from "#core/results/results.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { counted, names } from "../../exact.ts";
import { tournament } from "../../familiar.ts";
import { type Output, type Section, table } from "../../output.ts";
import { payoutColumns, potColumns } from "../../payouts.ts";
import { resultsJson } from "../../results-json.ts";

export const command = defineCommand({
  summary: "Show the results of a tournament: anglers, boats, big bass and money.",
  parameters: { tournament },
  examples: ["sabc results show last", "sabc results show 2025-03 --json"],
  list: true,
  input: ({ tournament: reference }) => ({ tournament: reference }),
  async run(context, input) {
    const { getResults } = await import("#core/results/results.service.ts");
    return context.read((work) => getResults(work, input));
  },
  output: (shown): Output => ({
    json: resultsJson(shown),
    sections: [...rankings(shown), ...money(shown)],
    notes: notes(shown),
  }),
});

/** The ranking that leads comes first; CSV is that one. */
function rankings({
  tournament: { name, firstDay, state },
  ranked,
  anglers,
  boats,
}: ResultsShown): Section[] {
  const title = `${name}, ${firstDay} (${state})`;
  const anglerTable = (heading: string) => table(anglerColumns, anglers, heading);
  const boatTable = (heading: string) => table(boatColumns, boats, heading);
  if (ranked === "boat") return [boatTable(title), ...(anglers.length > 0 ? [anglerTable("Anglers")] : [])];
  return [anglerTable(title), ...(boats.length > 0 ? [boatTable("Boats")] : [])];
}

function money({ payouts, pots }: ResultsShown): Section[] {
  return [
    ...(payouts.length > 0 ? [table(payoutColumns, payouts, "Payouts")] : []),
    ...(pots.length > 0 ? [table(potColumns, pots, "Pots")] : []),
  ];
}

function notes({
  anglers,
  boats,
  bigBass,
  limits,
  zeros,
  rulingsNeeded,
  notWeighed,
}: ResultsShown): string[] {
  if (anglers.length === 0 && boats.length === 0) return ["Nothing has been weighed yet."];
  const bass = bigBass.map(({ crew, caughtBy }) => caughtBy?.name ?? names(crew)).join(", ");
  return [
    `${counted(limits, "limit")}, ${counted(zeros, "zero")}${bass ? `; big bass: ${bass}` : ""}.`,
    ...rulingsNeeded.map(({ words }) => `Waiting for a ruling: ${words}.`),
    ...notWeighed.map((crew) => `Not weighed yet: ${names(crew)}.`),
  ];
}

const weighed = {
  fish: "count",
  dead: { kind: "count", spare: true },
  gross: { kind: "weight", spare: true },
  penalty: { kind: "weight", spare: true },
  net: { kind: "weight", header: "Net lb" },
  bigBass: { kind: "weight", header: "Big bass" },
  points: "points",
  outcome: "word",
  reason: { spare: true },
} as const;

const anglerColumns = columnsOf<AnglerResult>({
  place: "count",
  tied: { kind: "yes-no", spare: true },
  angler: { value: ({ angler }) => angler.name },
  member: "yes-no",
  boat: { kind: "count", spare: true, value: ({ boatNumber }) => boatNumber },
  ...weighed,
});

const boatColumns = columnsOf<BoatResult>({
  place: "count",
  tied: { kind: "yes-no", spare: true },
  crew: { value: ({ crew }) => names(crew.map(({ angler }) => angler)) },
  boat: { kind: "count", spare: true, value: ({ boatNumber }) => boatNumber },
  ...weighed,
});
