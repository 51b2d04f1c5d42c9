import type { AnglerResult, BoatResult, ResultsShown } from "#core/results/results.service.ts";
import type { Measure } from "#core/weight.ts";
import { columnsOf } from "./columns.ts";
import { headOf, names } from "./exact.ts";
import { type Section, table } from "./output.ts";

const top = 5;

/** The running leaderboard: the leaders, and the boat that came last with them. */
export function leaderboard(
  { tournament: { measure }, ranked, anglers, boats }: ResultsShown,
  { entry, all = false }: { entry?: number; all?: boolean },
): Section[] {
  const mine = boats.find((boat) => boat.entry === entry);
  const aboard = new Set(mine?.crew.map(({ angler }) => angler.id));
  if (ranked === "boat") {
    const rows = boats.filter((boat, at) => all || at < top || boat === mine);
    return rows.length > 0 ? [table(boatColumns(measure), rows, titleOf(rows.length, boats.length))] : [];
  }
  const rows = anglers.filter(({ angler }, at) => all || at < top || aboard.has(angler.id));
  return rows.length > 0 ? [table(anglerColumns(measure), rows, titleOf(rows.length, anglers.length))] : [];
}

const titleOf = (shown: number, of: number): string =>
  shown < of ? `Leaderboard (${shown} of ${of})` : "Leaderboard";

const weighed = (measure: Measure) =>
  ({
    fish: "count",
    net: { kind: "weight", header: headOf(measure, "Net") },
    big: {
      kind: "weight",
      header: headOf(measure, "Big"),
      value: ({ bigBass }: { bigBass: number | null }) => bigBass,
    },
    outcome: {
      kind: "word",
      header: "",
      value: ({ outcome }: { outcome: string }) =>
        outcome === "fished" ? null : outcome.replaceAll("-", " "),
    },
  }) as const;

const anglerColumns = (measure: Measure) =>
  columnsOf<AnglerResult>({
    place: "count",
    angler: { value: ({ angler, member }) => `${angler.name}${member ? "" : " (guest)"}` },
    ...weighed(measure),
  });

const boatColumns = (measure: Measure) =>
  columnsOf<BoatResult>({
    place: "count",
    boat: { kind: "count", value: ({ boatNumber }) => boatNumber },
    crew: { value: ({ crew }) => names(crew.map(({ angler }) => angler)) },
    ...weighed(measure),
  });

/** What is still missing, and the command that comes next. */
export function whatNext(
  { tournament, rulingsNeeded, boats, anglers }: ResultsShown,
  waiting: readonly string[],
): string[] {
  const { id, name, state } = tournament;
  if (boats.length + anglers.length === 0)
    return [`Nothing is entered yet. Go on with: sabc results enter ${id}`];
  const ruled = rulingsNeeded.map(({ words, anglers: tied }) => {
    const who = tied.map(({ id: angler }) => angler).join(" ");
    return `Waiting for a ruling: ${words}. Record it, the first ahead: sabc ruling record coin ${id} ${who} --as ANGLER`;
  });
  const missing = [...waiting.map((words) => `Still to weigh: ${words}`), ...ruled];
  const weighing = state === "weighing" ? [`When all have weighed: sabc tournament provisional ${id}`] : [];
  return [
    ...(missing.length === 0 ? [`Nothing is missing of ${name}.`] : missing),
    ...weighing,
    ...(state === "official"
      ? [`${name} is official.`]
      : [`${missing.length === 0 ? "To" : "Then, to"} make it official: sabc tournament official ${id}`]),
  ];
}
