import { DomainError } from "#core/errors.ts";
import type { BagSaid } from "#core/results/enter-boat.schemas.ts";
import type { Asked } from "#core/results/weigh-in.service.ts";
import { exactWeight, measureWords, parseWeight, printWeight, type Weight } from "#core/weight.ts";
import { faultOf, type Questions } from "./questions.ts";

/** What is said of one bag while it is being asked. */
export type Bag = BagSaid;

const emptyBag: Bag = {
  fish: null,
  dead: 0,
  short: 0,
  gross: null,
  bigBass: null,
  caughtBy: null,
  late: 0,
  otherPenalty: 0,
  penaltyReason: null,
  lengths: null,
};

/** One question about a bag. */
interface Field {
  column: string;
  label: (room: Room) => string;
  /** Whether the weigh-in line asks it; what it leaves out can still be edited. */
  asked: (bag: Bag, room: Room) => boolean;
  /** As it stands, for a menu and as the default when it is asked again. */
  shown: (bag: Bag, room: Room) => string;
  read: (text: string, bag: Bag, room: Room) => Partial<Bag>;
  /** What a blank answer means. */
  blank?: string;
}

interface Room {
  asked: Asked;
  /** Names of those aboard. */
  crew: readonly string[];
}

/** Thrown where someone gives a boat up: nothing of it is kept. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
}

/** Asks what a bag weighed, in the order of the scales; with `only`, these fields again. */
export async function askBag(
  questions: Questions,
  {
    before = emptyBag,
    whose,
    only,
    ...room
  }: Room & { before?: Bag; whose: string; only?: ReadonlySet<string> },
): Promise<Bag> {
  let bag = before;
  for (const field of fields) {
    if (only ? !only.has(field.column) : !field.asked(bag, room)) continue;
    const fallback = only && field.shown(bag, room) !== "" ? field.shown(bag, room) : field.blank;
    const text = await askLine(questions, {
      message: `${whose}${field.label(room)}`,
      ...(fallback === undefined ? {} : { fallback }),
      check: (typed) => faultOf(() => field.read(typed, bag, room)),
    });
    bag = Object.assign({}, bag, field.read(text, bag, room));
  }
  return bag.fish === 0 ? { ...emptyBag, fish: 0, gross: 0, late: bag.late } : bag;
}

/** As one line is asked anywhere in the conversation: `<` gives the boat up. */
export async function askLine(
  questions: Questions,
  asked: Parameters<Questions["line"]>[0],
): Promise<string> {
  const text = await questions.line({
    ...asked,
    check: (typed) => (typed === "<" ? true : (asked.check?.(typed) ?? true)),
  });
  if (text === "<") throw new GivenUp();
  return text;
}

/** The fields of a bag as a menu shows them. */
export const bagFields = (bag: Bag, room: Room): { column: string; name: string }[] =>
  fields
    .filter(({ column }) => bag.fish !== 0 || column === "fish" || column === "late")
    .filter(({ column }) =>
      column === "short" ? room.asked.short : column === "late" ? room.asked.late : true,
    )
    .filter(({ column }) =>
      column === "weight" ? !room.asked.lengths : column === "lengths" ? room.asked.lengths : true,
    )
    .filter(({ column }) => column !== "caught-by" || (bag.bigBass !== null && isCommon(room)))
    .filter(({ column }) => column !== "penalty-reason" || bag.otherPenalty > 0)
    .map((field) => ({
      column: field.column,
      name: `${field.label(room)}: ${field.shown(bag, room) || "–"}`,
    }));

/** Whether it may be asked for as a boat: from 1 on. */
export const isBoatNumber = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text);

function readNumber(text: string, what: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new DomainError("invalid", {
    code: "number-not-understood",
    sentence: `${what} is a whole number such as 5.`,
  });
}

const isCommon = ({ asked, crew }: Room): boolean => asked.per === "boat" && crew.length > 1;
const weightOf = (weight: Weight | null): string => (weight === null ? "" : exactWeight(weight));

const fields: Field[] = [
  {
    column: "fish",
    label: ({ asked }) => `Fish (at most ${asked.fish})`,
    asked: () => true,
    shown: ({ fish }) => (fish === null ? "" : String(fish)),
    read: (text) => ({ fish: readNumber(text, "The number of fish") }),
  },
  {
    column: "dead",
    label: () => "Dead",
    asked: ({ fish }) => fish !== 0,
    shown: ({ dead }) => String(dead),
    read: (text) => ({ dead: readNumber(text, "The number of dead fish") }),
    blank: "0",
  },
  {
    column: "short",
    label: () => "Short",
    asked: ({ fish }, { asked }) => fish !== 0 && asked.short,
    shown: ({ short }) => String(short),
    read: (text) => ({ short: readNumber(text, "The number of short fish") }),
    blank: "0",
  },
  {
    column: "lengths",
    label: () => "Lengths in inches, such as 14.5 15.25",
    asked: ({ fish }, { asked }) => fish !== 0 && asked.lengths,
    shown: ({ lengths }) => (lengths ?? []).map(weightOf).join(" "),
    read: (text) => ({
      lengths: text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(parseWeight),
    }),
  },
  {
    column: "weight",
    label: ({ asked }) => `Gross ${measureWords[asked.measure].what.toLowerCase()}`,
    asked: ({ fish }, { asked }) => fish !== 0 && !asked.lengths,
    shown: ({ gross }) => weightOf(gross),
    read: (text) => ({ gross: parseWeight(text) }),
  },
  {
    column: "big-bass",
    label: ({ asked }) => (asked.liveBass ? "Biggest live fish (0: none)" : "Biggest fish (0: none)"),
    asked: ({ fish }) => fish !== 0,
    shown: ({ bigBass }) => (bigBass === null ? "0" : weightOf(bigBass)),
    read: (text) => ({ bigBass: parseWeight(text) || null }),
    blank: "0",
  },
  {
    column: "caught-by",
    label: ({ crew }) => `Who caught it: 1 ${crew[0]}, 2 ${crew[1]}, 0 not known`,
    asked: ({ bigBass }, room) =>
      bigBass !== null &&
      isCommon(room) &&
      room.asked.catcherOver !== null &&
      bigBass > room.asked.catcherOver,
    shown: ({ caughtBy }) => String(caughtBy ?? 0),
    read: (text) => ({ caughtBy: readCatcher(text) }),
    blank: "0",
  },
  {
    column: "late",
    label: () => "Minutes late",
    asked: () => false,
    shown: ({ late }) => String(late),
    read: (text) => ({ late: readNumber(text, "The number of minutes") }),
    blank: "0",
  },
  {
    column: "penalty",
    label: ({ asked }) => `Other penalty in ${measureWords[asked.measure].units}`,
    asked: () => false,
    shown: ({ otherPenalty }) => printWeight(otherPenalty),
    read: (text) => ({ otherPenalty: parseWeight(text) }),
    blank: "0",
  },
  {
    column: "penalty-reason",
    label: () => "What the penalty is for",
    asked: () => false,
    shown: ({ penaltyReason }) => penaltyReason ?? "",
    read: (text) => ({ penaltyReason: text === "" ? null : text }),
    blank: "",
  },
];

function readCatcher(text: string): 1 | 2 | null {
  if (text === "1") return 1;
  if (text === "2") return 2;
  if (text === "0") return null;
  throw new DomainError("invalid", { code: "catcher-not-understood", sentence: "Answer 1, 2 or 0." });
}
