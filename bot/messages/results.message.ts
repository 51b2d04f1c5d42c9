import type { AnglerResult, BoatResult, ResultsShown } from "#core/results/results.service.ts";
import type { Measure } from "#core/weight.ts";
import { button, type Face, face, limits, link, rows, text } from "../components.ts";
import { counted, cut } from "../text.ts";
import { crewOf, daysOf, nameOf, pageOf, placeOf, pointsOf, showButton, weightOf } from "./words.message.ts";

export interface ResultsView {
  results: ResultsShown;
  page: number;
  /** Who asks, by id; null in the channel, where everybody reads it. */
  mine: number | null;
  site: URL;
}

const perPage = 10;

type Line = AnglerResult | BoatResult;

/** One page of a tournament's leading ranking; whoever asks always finds their own line. */
export function resultsFace({ results, page, mine, site }: ResultsView): Face {
  const { tournament, ranked, anglers, boats } = results;
  const { id, name, season, number, measure } = tournament;
  const lines: Line[] = ranked === "boat" ? boats : anglers;
  const { pages, at, rows: shown } = pageOf(lines, { page, size: perPage });
  const state = (numbers: readonly number[]) => ({ verb: "results", of: id, numbers }) as const;
  const mineLine = lines.find((one) => isAboard(one, mine));
  const words = [
    `## ${nameOf(name, 120)}`,
    [daysOf(tournament), ...(tournament.lake === null ? [] : [nameOf(tournament.lake.name, 80)])].join(" · "),
    standing(results),
    ...shown.map((one) => line(one, { measure, mine })),
    ...(mineLine === undefined || shown.includes(mineLine) ? [] : ["…", line(mineLine, { measure, mine })]),
    ...(lines.length === 0 ? [] : summary(results)),
    ...(pages > 1 ? [`Page ${at + 1} of ${pages}`] : []),
  ];
  return face(
    text(cut(words.join("\n"), limits.text)),
    ...rows([
      ...(at > 0 ? [button(state([at - 1, 0]), { words: "Back" })] : []),
      ...(at < pages - 1 ? [button(state([at + 1, 0]), { words: "More" })] : []),
      ...(mine === null ? [] : [showButton(state([at]))]),
      ...link(new URL(`tournaments/${season}-${String(number).padStart(2, "0")}`, site), "On the website"),
    ]),
  );
}

function standing({ tournament: { state, cancelled }, boats, rulingsNeeded }: ResultsShown): string {
  if (cancelled !== null) return `Cancelled: ${nameOf(cancelled.reason, 200)}`;
  if (state === "official") return "Official.";
  if (boats.length === 0) return "Nothing is weighed yet.";
  const waits = rulingsNeeded.length > 0 ? " A tie waits for its ruling." : "";
  return `Not official yet: places may change.${waits}`;
}

const crewIn = (line: Line) => ("crew" in line ? line.crew.map(({ angler }) => angler) : [line.angler]);

const isAboard = (line: Line, angler: number | null): boolean => crewIn(line).some(({ id }) => id === angler);

interface Reading {
  measure: Measure;
  mine: number | null;
}

function line(one: Line, { measure, mine }: Reading): string {
  const facts = {
    fished: [
      one.zero ? "no fish" : weightOf(one.net, measure),
      ...(one.fish === null || one.fish === 0 ? [] : [`${one.fish} fish`]),
      ...(one.bigBass === null ? [] : [`big bass ${weightOf(one.bigBass, measure)}`]),
      ...(one.points === null ? [] : [pointsOf(one.points)]),
    ],
    "did-not-fish": ["did not fish"],
    disqualified: ["disqualified"],
    "buy-in": ["buy-in", ...(one.points === null ? [] : [pointsOf(one.points)])],
  }[one.outcome];
  const mark = mine !== null && isAboard(one, mine) ? " ← you" : "";
  return `${placeOf(one.place, one.tied)} **${crewOf(crewIn(one))}** · ${facts.join(" · ")}${mark}`;
}

function summary({ bigBass, fished, limits: limitBags, zeros, ranked, tournament }: ResultsShown): string[] {
  const best = bigBass.map(({ weight, crew, caughtBy }) => {
    const whose = caughtBy === null ? crewOf(crew) : crewOf([caughtBy]);
    return `${weightOf(weight, tournament.measure)}, ${whose}`;
  });
  return [
    ...(best.length === 0 ? [] : [`🐟 Big bass: ${best.slice(0, 3).join("; ")}`]),
    `${counted(fished, ranked)} fished, ${counted(limitBags, "limit")}, ${counted(zeros, "zero")}.`,
  ];
}
