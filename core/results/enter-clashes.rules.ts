import type { Problem } from "../errors.ts";
import type { EntryFacts } from "../tournaments/facts.rules.ts";
import { doubtsAboutField } from "../tournaments/plausibility.rules.ts";
import type { BoatSaid } from "./enter-boat.schemas.ts";
import { awaitsScales } from "./weigh-in.rules.ts";
import { crewWords, type Naming } from "./names.rules.ts";

/** What in the book a boat clashes with: its number, or who is aboard, is there already. */
export function clashesOf(
  said: BoatSaid,
  {
    entry,
    known,
    others,
    naming,
    edited,
    per,
  }: {
    entry: EntryFacts;
    /** What is in the book under its number. */
    known: EntryFacts | null;
    others: readonly EntryFacts[];
    naming: Naming;
    edited: boolean;
    per: "angler" | "boat";
  },
): Problem[] {
  const taken = known !== null && !edited ? whyTaken(said, { known, entry, naming, per }) : null;
  if (taken !== null) return [{ column: "boat", reason: taken }];
  return doubtsAboutField([...others, entry]).map(({ code, anglerId }) => {
    if (code === "boat-number-twice")
      return { column: "boat", reason: alreadyIn(entry.boatNumber, others, naming) };
    const column = entry.crew.findIndex((one) => one.anglerId === anglerId) === 1 ? "partner" : "angler";
    const { name } = naming(anglerId ?? 0);
    const other = others.find(({ crew }) => crew.some((one) => one.anglerId === anglerId));
    return other
      ? { column, value: name, reason: `${name} is in ${placeOf(other)} already, and can be in one only.` }
      : { column: "partner", value: name, reason: `${name} is named twice. One alone is a boat of one.` };
  });
}

/** `boat 5`, `a boat without a number`, `a buy-in` */
export function placeOf({ kind, boatNumber }: Pick<EntryFacts, "kind" | "boatNumber">): string {
  if (kind === "buy-in") return "a buy-in";
  return boatNumber === null ? "a boat without a number" : `boat ${boatNumber}`;
}

/** A boat in the book comes to the scales once a day, with the crew it has. */
function whyTaken(
  { crew, bags, day, outcome }: BoatSaid,
  {
    known,
    entry,
    naming,
    per,
  }: { known: EntryFacts; entry: EntryFacts; naming: Naming; per: "angler" | "boat" },
): string | null {
  const aboard = crewWords(known.crew.map(({ anglerId }) => naming(anglerId)));
  const boat = `Boat ${known.boatNumber}`;
  const sameCrew =
    entry.crew.length === known.crew.length &&
    known.crew.every(({ anglerId }) => entry.crew.some((one) => one.anglerId === anglerId));
  if (crew && !sameCrew) return `${boat} is in already: ${aboard}. ${otherwise}`;
  if (known.outcome !== "fished")
    return `${boat} (${aboard}) ${notFished[known.outcome]}. Delete it first to enter it anew.`;
  if (!awaitsScales(known, { day, per }) || hasBagTwice(entry, day))
    return `${boat} (${aboard}) has weighed already${day > 1 ? ` on day ${day}` : ""}. ${otherwise}`;
  return outcome === "fished" && bags.every((bag) => bag === null)
    ? `${boat} (${aboard}) is in already, and waits for its weight.`
    : null;
}

const hasBagTwice = ({ bags }: EntryFacts, day: number): boolean => {
  const owners = bags.filter((bag) => bag.day === day).map(({ anglerId }) => anglerId);
  return new Set(owners).size < owners.length;
};

const notFished = { "did-not-fish": "did not fish", disqualified: "is disqualified" };

const otherwise = "Give this one another number, or edit that one.";

function alreadyIn(number: number | null, others: readonly EntryFacts[], naming: Naming): string {
  const other = others.find(({ boatNumber }) => boatNumber === number);
  const aboard = crewWords((other?.crew ?? []).map(({ anglerId }) => naming(anglerId)));
  return `Boat ${number} is in already: ${aboard}. ${otherwise}`;
}
