import { z } from "zod";
import { eventChangesSchema, type EventChangesDocument } from "#core/seasons/event-changes.schemas.ts";
import { presets, type PresetName } from "#core/seasons/presets.rules.ts";
import { type Rules, type RulesDocument, rulesSchema } from "#core/seasons/rules.schemas.ts";
import type { AboardFacts, BagFacts, EntryFacts, TournamentFacts } from "#core/tournaments/facts.rules.ts";
import { parseNetWeight } from "#core/weight.ts";

/** Rules as the core reads them, from a document; a fault in it fails the test with its path. */
export function rulesOf(document: RulesDocument): Rules {
  const read = rulesSchema.safeParse(document);
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return read.data;
}

export const preset = (name: PresetName): Rules => rulesOf(presets[name]);

/** What the scales said: weights as people write them. */
export type BagSays = Partial<Omit<BagFacts, "gross" | "bigBass" | "otherPenalty">> & {
  gross?: string | null;
  big?: string;
  otherPenalty?: string;
};

let lastBag = 0;

export function bag({ gross, big, otherPenalty, ...rest }: BagSays): BagFacts {
  lastBag += 1;
  const weight = (text: string | null | undefined) =>
    text === null || text === undefined ? null : parseNetWeight(text);
  return {
    id: lastBag,
    anglerId: null,
    day: 1,
    fish: null,
    dead: 0,
    short: 0,
    netOnly: false,
    late: 0,
    lengths: null,
    caughtBy: null,
    gross: weight(gross),
    bigBass: weight(big),
    otherPenalty: weight(otherPenalty) ?? 0,
    ...rest,
  };
}

/** An angler of this id aboard; a member unless said otherwise. */
export const aboard = (anglerId: number, more: Partial<AboardFacts> = {}): AboardFacts => ({
  anglerId,
  wasMember: true,
  seat: null,
  standsInFor: null,
  outcome: null,
  grace: false,
  tieRank: null,
  publishedPlace: null,
  publishedPoints: null,
  ...more,
});

/** A boat whose entry id and number are the same. */
export const boat = (id: number, more: Partial<EntryFacts> & Pick<EntryFacts, "crew">): EntryFacts => ({
  id,
  boatNumber: id,
  kind: "boat",
  outcome: "fished",
  grace: false,
  weighInOrder: null,
  tieRank: null,
  publishedPlace: null,
  publishedPoints: null,
  bags: [],
  ...more,
});

/** An angler alone in a boat, with one bag; angler, entry and boat number are the same. */
export function alone(id: number, says: BagSays | null, more: Partial<AboardFacts> = {}): EntryFacts {
  return boat(id, { crew: [aboard(id, more)], bags: says ? [bag({ anglerId: id, ...says })] : [] });
}

export const buyIn = (id: number, more: Partial<AboardFacts> = {}): EntryFacts =>
  boat(id, { boatNumber: null, kind: "buy-in", crew: [aboard(id, more)] });

/** A boat with its common bag; entry id 7 carries anglers 71 and 72. */
export function team(id: number, says: BagSays | null, members: boolean[] = [true, true]): EntryFacts {
  return boat(id, {
    crew: members.map((wasMember, at) => aboard(id * 10 + at + 1, { wasMember })),
    bags: says ? [bag(says)] : [],
  });
}

export function tournament(entries: EntryFacts[], changes: EventChangesDocument = {}): TournamentFacts {
  return { entries, changes: eventChangesSchema.parse(changes), potMembers: new Map() };
}
