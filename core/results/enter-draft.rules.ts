import type { Problem } from "../errors.ts";
import type { AboardFacts, BagFacts, EntryFacts } from "../tournaments/facts.rules.ts";
import type { Doubt } from "../tournaments/bag-doubt.rules.ts";
import type { BagSaid, BoatSaid } from "./enter-boat.schemas.ts";

/** Someone aboard as the rules see them; below zero a guest who is yet to be made. */
export type PersonAboard = Pick<AboardFacts, "anglerId" | "wasMember">;

/** What is hardly right, under the name by which it is accepted, and the field it is about. */
export interface BoatDoubt {
  check: string;
  column: string;
  sentence: string;
}

/** The entry as it shall be: what was said over what is known of it. New rows have ids below zero. */
export function entryOf(
  said: BoatSaid,
  {
    known,
    people,
    number,
    order,
    per,
    seated,
    edited,
  }: {
    known: EntryFacts | null;
    people: readonly PersonAboard[];
    /** Null for a buy-in. */
    number: number | null;
    /** Its place in the weigh-in line, where it has none yet. */
    order: number;
    per: "angler" | "boat";
    /** Whether seats matter: the first aboard is the boater. */
    seated: boolean;
    /** What is said takes the place of what was entered for the day. */
    edited: boolean;
  },
): EntryFacts {
  const crew = people.map((person, at) => ({
    ...blank,
    seat: null,
    standsInFor: null,
    outcome: null,
    ...known?.crew.find(({ anglerId }) => anglerId === person.anglerId),
    ...person,
    ...(seated ? { seat: at === 0 ? ("boater" as const) : ("co-angler" as const) } : {}),
  }));
  const aboard = new Set(crew.map(({ anglerId }) => anglerId));
  const kept = (known?.bags ?? []).filter(
    ({ day, anglerId }) => !(edited && day === said.day) && (anglerId === null || aboard.has(anglerId)),
  );
  const bags = said.bags.flatMap((bag, at) => {
    if (bag === null) return [];
    const anglerId = per === "boat" ? null : (crew[at]?.anglerId ?? null);
    const before = known?.bags.find((one) => one.day === said.day && one.anglerId === anglerId);
    return [bagOf(bag, { id: (edited ? before?.id : undefined) ?? -1 - at, anglerId, day: said.day, crew })];
  });
  return {
    ...blank,
    id: -1,
    ...known,
    boatNumber: number,
    kind: said.kind,
    outcome: known?.outcome === "disqualified" ? known.outcome : said.outcome,
    weighInOrder: said.kind === "buy-in" ? null : (known?.weighInOrder ?? order),
    crew,
    bags: [...kept.map((bag) => withCatcherAboard(bag, aboard)), ...bags],
  };
}

/** The doubts as the fields of the weigh-in line. */
export function fieldsOf(
  doubts: readonly Doubt[],
  { entry, nameOf }: { entry: EntryFacts; nameOf: (anglerId: number) => string },
): BoatDoubt[] {
  return doubts.map(({ code, sentence, anglerId, bagId }) => {
    const field = fields[code] ?? "angler";
    const bag = bagId === null ? undefined : entry.bags.find(({ id }) => id === bagId);
    const whose = bag ? bag.anglerId : anglerId;
    const second = whose !== null && entry.crew.findIndex((one) => one.anglerId === whose) === 1;
    const column = field === "angler" ? (second ? "partner" : "angler") : second ? `partner-${field}` : field;
    const named = whose !== null && entry.crew.length + (bag ? 0 : 1) > 1;
    return {
      check: `${code}:${column}`,
      column,
      sentence: named ? `${nameOf(whose)}: ${sentence}` : sentence,
    };
  });
}

/** What is missing or too much in what was said, before anything is weighed against the rules. */
export function gapsIn(
  said: BoatSaid,
  { entry, per, days }: { entry: EntryFacts; per: "angler" | "boat"; days: number },
): Problem[] {
  const most = per === "boat" ? 1 : entry.crew.length;
  const { boat, bags, day, outcome, kind } = said;
  const weighed = bags.filter((bag) => bag !== null);
  return [
    ...told(day > days, "day", `The tournament has ${days === 1 ? "one day" : `${days} days`}.`),
    ...told(kind === "buy-in" && Boolean(boat), "boat", "Who bought in has no boat."),
    ...told(
      bags.length > most,
      "partner-fish",
      per === "boat" ? "The boat weighs one bag." : "There are more bags than anglers aboard.",
    ),
    ...told(
      per === "angler" && bags.length > 0 && bags.length < entry.crew.length,
      "partner-fish",
      "The bag of the second aboard is missing; with nothing caught it is 0 fish.",
    ),
    ...told(outcome === "did-not-fish" && weighed.length > 0, "fish", "Who did not fish has no bag."),
    ...bags.flatMap((bag, at) =>
      bag === null ? [] : gapsInBag(bag, { prefix: at === 0 ? "" : "partner-", entry }),
    ),
  ];
}

function gapsInBag(bag: BagSaid, { prefix, entry }: { prefix: string; entry: EntryFacts }): Problem[] {
  const { fish, gross, lengths, otherPenalty, penaltyReason, caughtBy } = bag;
  const alone = entry.crew.length === 1;
  return [
    ...told(
      fish !== 0 && gross === null && lengths === null,
      `${prefix}weight`,
      fish === null ? "The weight is missing." : `The weight of ${fish} fish is missing.`,
    ),
    ...told(caughtBy === 2 && alone, `${prefix}caught-by`, "Only one is aboard, and caught it."),
    ...told(
      otherPenalty > 0 && penaltyReason === null,
      `${prefix}penalty-reason`,
      "A penalty needs its reason.",
    ),
  ];
}

const told = (fails: boolean, column: string, reason: string): Problem[] =>
  fails ? [{ column, reason }] : [];

function bagOf(
  { penaltyReason: _, caughtBy, ...bag }: BagSaid,
  { id, anglerId, day, crew }: { id: number; anglerId: number | null; day: number; crew: AboardFacts[] },
): BagFacts {
  const catcher = caughtBy === null || anglerId !== null ? undefined : crew[caughtBy - 1];
  return {
    ...bag,
    id,
    anglerId,
    day,
    // Nothing on the scales weighs nothing; that much is known.
    gross: bag.fish === 0 ? (bag.gross ?? 0) : bag.gross,
    netOnly: false,
    caughtBy: catcher?.anglerId ?? null,
  };
}

const withCatcherAboard = (bag: BagFacts, aboard: ReadonlySet<number>): BagFacts =>
  bag.caughtBy === null || aboard.has(bag.caughtBy) ? bag : { ...bag, caughtBy: null };

/** What nothing was said or ruled about. */
const blank = { grace: false, tieRank: null, publishedPlace: null, publishedPoints: null };

/** The field a doubt is about; of the second aboard it is the partner's. */
const fields: Record<string, string> = {
  "over-limit": "fish",
  "weight-without-fish": "fish",
  "more-dead-than-fish": "dead",
  "more-short-than-fish": "short",
  "big-bass-over-bag": "big-bass",
  "bag-too-heavy": "weight",
  "mean-too-heavy": "weight",
  "mean-too-light": "weight",
  "catcher-not-aboard": "caught-by",
  "catcher-without-bass": "big-bass",
  "boat-number-twice": "boat",
};
