import { printMoney } from "../money.ts";
import type { EventChanges } from "../seasons/event-changes.schemas.ts";
import type { MoneyRules, PotRules } from "../seasons/money.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { printWeight, unitOf, type Weight } from "../weight.ts";
import type { SheetBoat } from "./weigh-sheet.queries.ts";

/** One line of the sheet: a boat, or where anglers bring bags one of those aboard. Nobody yet: a blank line. */
export interface WeighSheetLine {
  boatNumber: number | null;
  /** Whose bag; empty on a blank line. */
  anglers: { id: number; name: string }[];
}

/** What the weighmaster writes beside every line. */
export type WeighSheetColumn = "fish" | "dead" | "short" | "late" | "weight" | "bigBass";

const blankBoats = 25;

/** A line for each bag that may come, and blank ones up to the number of boats asked for. */
export function weighSheetLines(
  entered: readonly SheetBoat[],
  { rules, boats }: { rules: Rules; boats: number | undefined },
): WeighSheetLine[] {
  const least = boats ?? (entered.length === 0 ? blankBoats : 0);
  const taken = new Set(entered.map(({ boatNumber }) => boatNumber));
  const free = Array.from({ length: entered.length + least }, (_, at) => at + 1).filter(
    (number) => !taken.has(number),
  );
  const more = Math.max(0, least - entered.length);
  const alone = rules.limit.per === "boat";
  const blank = (boatNumber: number): WeighSheetLine[] =>
    Array.from({ length: alone ? 1 : rules.crew }, () => ({ boatNumber, anglers: [] }));
  return [
    ...entered.flatMap(({ boatNumber, crew }) =>
      alone ? [{ boatNumber, anglers: crew }] : crew.map((angler) => ({ boatNumber, anglers: [angler] })),
    ),
    ...free.slice(0, more).flatMap(blank),
  ];
}

/** What is counted and weighed by these rules: short fish and minutes only where they cost something. */
export function weighSheetColumns({ penalties }: Rules): WeighSheetColumn[] {
  const short = typeof penalties.shortFish === "number" && penalties.shortFish > 0;
  const late = penalties.lateMinute > 0 || (penalties.lateVoidFrom ?? 1) > 1;
  return [
    "fish",
    "dead",
    ...(short ? ["short" as const] : []),
    ...(late ? ["late" as const] : []),
    "weight",
    "bigBass",
  ];
}

/** What is worth knowing at the scales, a sentence each. */
export function scalesWords(rules: Rules, changes: EventChanges): string[] {
  const { limit, penalties, measure } = rules;
  const print = (amount: Weight): string => `${printWeight(amount)} ${unitOf(measure)}`;
  const fish = changes.fishLimit ?? limit.fish;
  const minimum = limit.minimumLength === null ? "" : `, ${printWeight(limit.minimumLength)} in at least`;
  const money = changes.money ?? rules.money;
  return [
    `Limit: ${fish} fish per ${limit.per} a day${minimum}.`,
    ...(changes.paper ? ["Fish are measured and released; weights come from the chart."] : []),
    ...(penalties.deadFish > 0 ? [`Dead fish: ${print(penalties.deadFish)} each.`] : []),
    ...shortWords(penalties.shortFish, print),
    ...lateWords(penalties, print),
    overWords(penalties.overLimit, print),
    ...(penalties.deadBigBass ? [] : ["The big bass must be alive."]),
    ...moneyWords(money, print),
  ];
}

type Print = (amount: Weight) => string;

function shortWords(rule: Rules["penalties"]["shortFish"], print: Print): string[] {
  if (typeof rule === "number") return rule > 0 ? [`Short fish: ${print(rule)} each.`] : [];
  return {
    "not-weighed": ["A short fish is not weighed."],
    "not-weighed-nor-largest": ["A short fish is not weighed, nor is the largest."],
    disqualified: ["A short fish disqualifies."],
  }[rule];
}

function lateWords({ lateMinute, lateVoidFrom }: Rules["penalties"], print: Print): string[] {
  if (lateVoidFrom === 1) return ["Late: the bag does not count."];
  return [
    ...(lateMinute > 0 ? [`Late: ${print(lateMinute)} a minute.`] : []),
    ...(lateVoidFrom === null ? [] : [`From ${lateVoidFrom} minutes late the bag does not count.`]),
  ];
}

function overWords(rule: Rules["penalties"]["overLimit"], print: Print): string {
  if (rule === "refused") return "Over the limit: not taken.";
  return rule === "void"
    ? "Over the limit: the bag does not count."
    : `Over the limit: ${print(rule)} a fish.`;
}

function moneyWords(money: MoneyRules | null, print: Print): string[] {
  if (money === null) return [];
  return [
    `Fee: ${printMoney(money.fee)} per ${money.per}.`,
    ...money.pots.map((pot) => potWords(pot, print)),
  ];
}

function potWords({ name, pays, over, to, optional }: PotRules, print: Print): string {
  const what = pays === "best-boat" ? "the best boat" : `a bass${over > 0 ? ` over ${print(over)}` : ""}`;
  const whose = to === "member" ? ", a member's" : "";
  return `${name} pot: ${what}${whose}${optional === null ? "" : ", of those who joined it"}.`;
}
