import type { EventChanges } from "../seasons/event-changes.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { measureWords, printWeight, type Weight } from "../weight.ts";
import type { BagFacts, EntryFacts } from "./facts.rules.ts";
import { fishAllowed, scalesOf } from "./weigh.rules.ts";

/** What cannot be right, or hardly: who or what it is about, a sentence, and whether an officer may say it is so. */
export interface Doubt {
  code: string;
  sentence: string;
  /** An officer may accept it with a reason. */
  overridable: boolean;
  entryId: number;
  anglerId: number | null;
  bagId: number | null;
}

/** What an entry is checked against. */
export interface Plausible {
  rules: Rules;
  changes: EventChanges;
  /** How many other events of the calendar year each angler has fished as a guest. */
  guestEvents: ReadonlyMap<number, number>;
}

/** Checks one bag: what an officer may accept with a reason, and what cannot be. */
export function bagDoubts(bag: BagFacts, context: Plausible & { entry: EntryFacts }): Doubt[] {
  const found = [...impossible(bag, context), ...unlikely(bag, context)];
  return found.map(([code, sentence, overridable]) => ({
    code,
    sentence,
    overridable,
    entryId: context.entry.id,
    anglerId: bag.anglerId,
    bagId: bag.id,
  }));
}

type Found = [code: string, sentence: string, overridable: boolean];

function impossible(bag: BagFacts, { entry, rules, changes }: Plausible & { entry: EntryFacts }): Found[] {
  const aboard = (id: number | null) => id === null || entry.crew.some(({ anglerId }) => anglerId === id);
  const { gross, bigBass } = bag;
  const { unit, more } = measureWords[rules.measure];
  const weighs = (gross ?? 0) !== 0 || bigBass !== null;
  const scalesOnly = !isPaper(bag, changes) && !bag.netOnly;
  return refused([
    [
      bag.fish === 0 && weighs,
      "weight-without-fish",
      "There is a weight, but no fish. Leave fish empty when the count is not known.",
    ],
    [
      bag.fish !== null && bag.dead > bag.fish,
      "more-dead-than-fish",
      `${bag.dead} dead of ${bag.fish} fish cannot be.`,
    ],
    [
      bag.fish !== null && bag.short > bag.fish,
      "more-short-than-fish",
      `${bag.short} short of ${bag.fish} fish cannot be.`,
    ],
    [
      scalesOnly && gross !== null && bigBass !== null && bigBass > gross,
      "big-bass-over-bag",
      `The big bass (${shown(bigBass)} ${unit}) is ${more} than the bag (${shown(gross)} ${unit}) it was in.`,
    ],
    [!aboard(bag.anglerId), "bag-of-stranger", "The bag belongs to nobody aboard this boat."],
    [!aboard(bag.caughtBy), "catcher-not-aboard", "Who caught the big bass is not aboard this boat."],
    [
      bag.caughtBy !== null && bag.bigBass === null,
      "catcher-without-bass",
      "Someone caught the big bass, but it has no weight.",
    ],
  ]).map(([code, sentence]) => [code, sentence, false]);
}

/** The heavy and light bounds speak of weights: a club that measures, and a bag from the chart, go without. */
function unlikely(bag: BagFacts, { entry, rules, changes }: Plausible & { entry: EntryFacts }): Found[] {
  const allowed = fishAllowed(bag, { entry, scales: scalesOf(rules, changes) });
  const over = bag.fish !== null && bag.fish > allowed && rules.penalties.overLimit === "refused";
  const weighed = rules.measure === "weight" && !isPaper(bag, changes);
  return refused([
    [over, "over-limit", `${bag.fish} fish, and a bag holds ${allowed}.`],
    ...(weighed ? weightPerFish(bag) : []),
  ]).map(([code, sentence]) => [code, sentence, true]);
}

/** In a paper event the bass is weighed and the bag is measured. */
const isPaper = (bag: BagFacts, changes: EventChanges): boolean => changes.paper || bag.lengths !== null;

/** No more than 20 lb a fish, and a mean between 0.5 and 12 lb. */
function weightPerFish({ fish, gross }: BagFacts): [boolean, string, string][] {
  if (!fish || gross === null) return [];
  const mean = `${fish} fish of ${shown(gross)} lb are ${shown(Math.round(gross / fish))} lb each`;
  return [
    [gross > fish * 20 * pound, "bag-too-heavy", `${mean}: more than 20 lb. Check the weight and the count.`],
    [gross <= fish * 20 * pound && gross > fish * 12 * pound, "mean-too-heavy", `${mean}: more than 12 lb.`],
    [gross * 2 < fish * pound, "mean-too-light", `${mean}: less than half a pound.`],
  ];
}

const refused = (checks: [fails: boolean, code: string, sentence: string][]): [string, string][] =>
  checks.filter(([fails]) => fails).map(([, code, sentence]) => [code, sentence]);

const shown = (weight: Weight | null) => printWeight(weight ?? 0);

const pound: Weight = 10_000;
