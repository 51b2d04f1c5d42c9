import type { EnterBoat } from "#core/results/enter-boat.schemas.ts";
import { parseWeight } from "#core/weight.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./errors.ts";
import { readCount } from "./familiar.ts";

/** What was typed of one boat, not yet understood. */
export interface BoatWords {
  tournament: string;
  boat: string | undefined;
  angler: string | undefined;
  partner: string | undefined;
  fish: string | undefined;
  dead: string | undefined;
  short: string | undefined;
  weight: string | undefined;
  bigBass: string | undefined;
  caughtBy: "angler" | "partner" | undefined;
  late: string | undefined;
  partnerFish: string | undefined;
  partnerDead: string | undefined;
  partnerShort: string | undefined;
  partnerWeight: string | undefined;
  partnerBigBass: string | undefined;
  day: string | undefined;
  status: "fished" | "not-weighed" | "buy-in" | "did-not-fish" | undefined;
  createGuests: boolean;
  override: string | undefined;
  decidedBy: string | undefined;
  reason: string | undefined;
}

/** Whether anything of a boat was said; else it is the weigh-in line that is meant. */
export const saysOneBoat = (words: BoatWords): boolean =>
  Object.entries(words).some(
    ([name, word]) => !["tournament", "day"].includes(name) && word !== undefined && word !== false,
  );

/** One boat from its flags; what is missing is named all at once. */
export async function readBoat(words: BoatWords, context: Context): Promise<EnterBoat> {
  const { tournament, status = "fished", reason, override, decidedBy } = words;
  const missing = missingOf(words, status);
  if (missing.length > 0) throw new UsageError("missing", `Missing: ${missing.join("; ")}.`);
  const boat = readCount(words.boat, "--boat");
  const named = [words.angler, words.partner].filter((name) => name !== undefined);
  const crew = words.createGuests ? await withGuests(named, context) : named;
  const day = readCount(words.day, "--day");
  return {
    tournament,
    kind: status === "buy-in" ? "buy-in" : "boat",
    ...(boat === undefined ? {} : { boat }),
    ...(day === undefined ? {} : { day }),
    ...(crew.length === 0 ? {} : { crew }),
    outcome: status === "did-not-fish" ? "did-not-fish" : "fished",
    bags: status === "fished" ? bagsOf(words) : [],
    ...(reason === undefined ? {} : { reason }),
    ...(override === undefined ? {} : { override }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
  };
}

function missingOf(words: BoatWords, status: NonNullable<BoatWords["status"]>): string[] {
  const { boat, angler, fish, weight, partnerFish, partnerWeight } = words;
  const weighs = status === "fished";
  return [
    ...(angler === undefined && (boat === undefined || !weighs) ? ["--angler ANGLER (who is aboard)"] : []),
    ...(weighs && fish === undefined ? ["--fish N (how many; 0 for none)"] : []),
    ...(weighs && fish !== "0" && weight === undefined ? ["--weight LB (gross)"] : []),
    ...(partnerFish !== undefined && partnerFish !== "0" && partnerWeight === undefined
      ? ["--partner-weight LB (gross)"]
      : []),
  ];
}

function bagsOf(words: BoatWords): NonNullable<EnterBoat["bags"]> {
  const first = {
    fish: readCount(words.fish, "--fish"),
    dead: readCount(words.dead, "--dead"),
    short: readCount(words.short, "--short"),
    late: readCount(words.late, "--late"),
    gross: weightOf(words.weight),
    bigBass: weightOf(words.bigBass),
    ...(words.caughtBy === undefined
      ? {}
      : { caughtBy: words.caughtBy === "angler" ? (1 as const) : (2 as const) }),
  };
  const second = {
    fish: readCount(words.partnerFish, "--partner-fish"),
    dead: readCount(words.partnerDead, "--partner-dead"),
    short: readCount(words.partnerShort, "--partner-short"),
    gross: weightOf(words.partnerWeight),
    bigBass: weightOf(words.partnerBigBass),
  };
  return words.partnerFish === undefined ? [first] : [first, second];
}

const weightOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseWeight(text);

/** Names nobody has become new guests; one that several have is still refused. */
async function withGuests(names: string[], context: Context): Promise<(string | { guest: string })[]> {
  const { resolveAnglers } = await import("#core/anglers/anglers.service.ts");
  const { unknown } = await context.read((work) => resolveAnglers(work, { references: names }));
  return names.map((name) => (unknown.includes(name) ? { guest: name } : name));
}
