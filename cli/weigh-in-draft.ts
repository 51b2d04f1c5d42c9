import type { EnterBoat } from "#core/results/enter-boat.schemas.ts";
import type { BoatInBook } from "#core/results/weigh-in.service.ts";
import type { Person } from "./angler-search.ts";
import type { Bag } from "./weigh-in-bag.ts";
import type { WeighInRoom } from "./weigh-in-room.ts";

/** A boat as far as it was said. */
export interface Draft {
  kind: "boat" | "buy-in";
  boat: number | null;
  /** In the book already: it only weighs, or is said anew. */
  known: BoatInBook | null;
  edits: boolean;
  outcome: "fished" | "did-not-fish";
  reason: string | null;
  crew: Person[];
  /** One for the boat, or one for each aboard. */
  bags: (Bag | null)[];
  accepted: { check: string; reason: string }[];
}

export const draftOf = (more: Partial<Draft>): Draft => ({
  kind: "boat",
  boat: null,
  known: null,
  edits: false,
  outcome: "fished",
  reason: null,
  crew: [],
  bags: [],
  accepted: [],
  ...more,
});

/** What was said so far, as the core takes it. */
export function inputOf({ tournament, day, decidedBy, weighIn }: WeighInRoom, draft: Draft): EnterBoat {
  const { kind, boat, known, edits, crew, bags, outcome, reason, accepted } = draft;
  // Whose bag was not asked yet has none so far.
  const most = weighIn.asked.per === "boat" || bags.length === 0 ? bags.length : peopleOf(draft).length;
  return {
    tournament,
    day,
    kind,
    ...(kind === "boat" ? { boat } : {}),
    ...(known !== null && !edits
      ? {}
      : { crew: crew.map((person) => ("id" in person ? person.id : { guest: person.guest })) }),
    outcome,
    bags: Array.from({ length: most }, (_, at) => bags[at] ?? null),
    ...(reason === null ? {} : { reason }),
    accepted,
    decidedBy,
  };
}

/** Those aboard: as they were said, or as they stand in the book. */
export const peopleOf = ({ known, edits, crew }: Draft): { name: string }[] =>
  known && !edits ? known.crew : crew;

/** Whether one aboard has their bag of the day already. */
export function hasWeighed({ day, weighIn }: WeighInRoom, { known, edits }: Draft, at: number): boolean {
  if (known === null || edits || weighIn.asked.per === "boat") return false;
  return known.bags.some((bag) => bag.day === day && bag.angler?.id === known.crew[at]?.id);
}

export const bagRoom = ({ weighIn }: WeighInRoom, draft: Draft) => ({
  asked: weighIn.asked,
  crew: peopleOf(draft).map(({ name }) => name),
});

/** Before a question about one of several bags. */
export const whoseOf = ({ weighIn }: WeighInRoom, draft: Draft, at: number): string =>
  weighIn.asked.per === "angler" && peopleOf(draft).length > 1 ? `${peopleOf(draft)[at]!.name}: ` : "";
