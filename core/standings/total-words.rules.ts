import { crewWords, listWords, type Naming, ordinal } from "../results/names.rules.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { exactPoints, printPoints } from "../points.ts";
import { exactWeight, unitOf, type Weight } from "../weight.ts";
import { criterionWords } from "./race-words.rules.ts";
import { type Criterion, measures, type StandingRow } from "./standing-order.rules.ts";

interface Table {
  rules: Rules;
  /** Tournaments so far. */
  held: number;
  rows: StandingRow[];
  naming: Naming;
}

/** How a row's total and its place came about. */
export function totalWords(row: StandingRow, table: Table): string[] {
  const { rules } = table;
  const about = rules.season.order[0];
  return [
    pointsSum(row),
    about === "wins" || row.points === null ? winsSum(row) : null,
    weightSum(row, rules),
    missedWords(row, table),
    ...placeWords(row, table),
  ].filter((words) => words !== null);
}

/** `100 + 99 + 94 = 293 points.` */
function pointsSum({ points, results, parts }: StandingRow): string | null {
  if (points === null) return null;
  const counted = results.filter((result) => result.counted).map((result) => result.points ?? 0);
  const added = parts.filter(({ rule }) => rule !== "season.keep").map((part) => part.points);
  return `${sum([...counted, ...added], printPoints)} ${points === 100 ? "point" : "points"}.`;
}

const winsSum = ({ wins }: StandingRow): string => `${wins} ${wins === 1 ? "win" : "wins"}.`;

/** Every pound weighed, dropped results too. */
function weightSum({ results }: StandingRow, { measure }: Rules): string | null {
  const weights = results.map(({ weight }) => weight).filter((weight) => weight !== null && weight !== 0);
  return weights.length === 0 ? null : `${sum(weights as Weight[], exactWeight)} ${unitOf(measure)}.`;
}

function missedWords({ results }: StandingRow, { rules: { season }, held }: Table): string | null {
  const missed = held - results.filter(({ outcome }) => outcome !== "did-not-fish").length;
  if (season.keep === "all" || !season.neverDropped.includes("missed") || missed === 0) return null;
  return `Missed ${missed} of ${held} tournaments: never dropped, each takes the slot of a result that counts.`;
}

function sum(values: number[], print: (value: number) => string): string {
  const total = print(values.reduce((all, value) => all + value, 0));
  return values.length < 2 ? total : `${values.map(print).join(" + ")} = ${total}`;
}

function placeWords(row: StandingRow, { rules, rows, naming }: Table): string[] {
  if (row.place === null) {
    return [`Fished ${row.events} of the ${rules.season.minimumEvents} events that a place needs.`];
  }
  const sharing = rows.filter((other) => other.place === row.place);
  const [first, last] = [rows.indexOf(sharing[0]!), rows.indexOf(sharing.at(-1)!)];
  const neighbours = [rows[first - 1], rows[last + 1]].filter((other) => other && other.place !== null);
  const others = sharing.filter((other) => other !== row);
  const about = criterionWords(rules.season.order[0]!, rules);
  const shared = `Level with ${listWords(others.map(nameIn(naming)))} on ${about} and all that breaks ties: they share ${ordinal(row.place)} place.`;
  return [
    ...(others.length > 0 ? [shared] : []),
    ...neighbours.flatMap((other) => levelWords(row, { other: other!, rules, naming }) ?? []),
  ];
}

const nameIn =
  (naming: Naming) =>
  ({ who }: StandingRow): string =>
    crewWords(who.map(naming));

/** Against a neighbour who is level in what the race is about: what told them apart. */
function levelWords(
  row: StandingRow,
  { other, rules, naming }: { other: StandingRow; rules: Rules; naming: Naming },
): string | null {
  const { order } = rules.season;
  if (differs(order[0]!, row, other)) return null;
  const who = `Level with ${nameIn(naming)(other)} on ${criterionWords(order[0]!, rules)}`;
  const side = row.place! < other.place! ? "ahead" : "behind";
  const decisive = order.find((criterion) => differs(criterion, row, other));
  if (decisive === undefined || decisive === "name") return `${who}; ${side} by name.`;
  const [own, theirs] = [row, other].map((one) => valueOf(decisive, one, rules));
  return `${who}; ${side} by ${criterionWords(decisive, rules)}, ${own} to ${theirs}.`;
}

function differs(criterion: Criterion, row: StandingRow, other: StandingRow): boolean {
  return criterion !== "name" && measures[criterion](row) !== measures[criterion](other);
}

function valueOf(criterion: Exclude<Criterion, "name">, row: StandingRow, { measure }: Rules): string {
  switch (criterion) {
    case "points":
      return String(exactPoints(row.points ?? 0));
    case "total-weight":
    case "counted-weight":
    case "big-bass":
      return `${exactWeight(measures[criterion](row))} ${unitOf(measure)}`;
    case "best-place":
      return row.bestPlace === null ? "none" : ordinal(row.bestPlace);
    case "wins":
    case "events":
      return String(measures[criterion](row));
    default:
      return criterion satisfies never;
  }
}
