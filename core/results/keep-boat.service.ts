import { authorize } from "../actor.ts";
import { addMembers } from "../membership/membership.service.ts";
import { Bag } from "../tournaments/bag.entity.ts";
import { Crew } from "../tournaments/crew.entity.ts";
import { Entry } from "../tournaments/entry.entity.ts";
import type { BagFacts, EntryFacts } from "../tournaments/facts.rules.ts";
import type { Work } from "../work.ts";
import type { BoatSaid } from "./enter-boat.schemas.ts";
import type { NamedAboard } from "./enter-crew.service.ts";

interface Keeping {
  tournamentId: number;
  firstDay: string;
  entry: EntryFacts;
  guests: readonly NamedAboard[];
  said: BoatSaid;
  /** The bags are measured. */
  paper: boolean;
}

/** Keeps a boat as it shall be, with its new guests: the entry, who is aboard, and their bags. Its id. */
export async function keepBoat(work: Work, keeping: Keeping): Promise<number> {
  authorize(work, "keepBoat", { roles: ["weighmaster"] });
  const idOf = await makeGuests(work, keeping);
  const row = await keepEntry(work, keeping);
  const stored = row.id ? await work.em.find(Crew, { entry: row.id }) : [];
  const bags = row.id ? await work.em.find(Bag, { entry: row.id }) : [];
  await takeOff(work, { keeping, stored, bags });
  const staying = stored.filter((one) => isAboard(one, keeping.entry));
  for (const { anglerId, wasMember, seat } of keeping.entry.crew) {
    const one = staying.find(({ angler }) => angler.id === anglerId);
    if (one) one.seat = seat;
    else {
      const berth = staying.some((other) => other.berth === 1) ? 2 : 1;
      const place = { entry: row, tournament: keeping.tournamentId, angler: idOf(anglerId), berth };
      staying.push(work.em.create(Crew, { ...place, wasMember, seat }));
    }
  }
  await work.em.flush();
  for (const bag of keeping.entry.bags) keepBag(work, { bag, row, bags, keeping, idOf });
  await work.em.flush();
  return row.id;
}

async function makeGuests(work: Work, { guests, firstDay }: Keeping): Promise<(id: number) => number> {
  if (guests.length === 0) return (id) => id;
  const made = await addMembers(work, {
    members: guests.map(({ guest }) => ({ name: guest!, status: "guest" as const, from: firstDay })),
  });
  const ids = new Map(guests.map(({ id }, at) => [id, made[at]!.id]));
  return (id) => ids.get(id) ?? id;
}

async function keepEntry(work: Work, { entry, said, tournamentId }: Keeping): Promise<Entry> {
  const { boatNumber, kind, outcome, weighInOrder } = entry;
  if (entry.id < 0) {
    const reason = outcome === "did-not-fish" ? (said.reason ?? null) : null;
    return work.em.create(Entry, {
      tournament: tournamentId,
      kind,
      boatNumber,
      outcome,
      reason,
      weighInOrder,
    });
  }
  const row = await work.em.findOneOrFail(Entry, entry.id);
  if (row.outcome !== outcome) row.reason = outcome === "did-not-fish" ? (said.reason ?? null) : null;
  return work.em.assign(row, { boatNumber, outcome, weighInOrder });
}

/** Who is not aboard any more goes with their bags; bags that are said anew or gone go too. */
async function takeOff(
  work: Work,
  { keeping: { entry }, stored, bags }: { keeping: Keeping; stored: Crew[]; bags: Bag[] },
): Promise<void> {
  const kept = new Set(entry.bags.map(({ id }) => id));
  const leaving = stored.filter((one) => !isAboard(one, entry));
  for (const bag of bags) {
    if (!kept.has(bag.id)) work.em.remove(bag);
    else if (leaving.some(({ angler }) => angler.id === bag.caughtBy?.id)) bag.caughtBy = null;
  }
  await work.em.flush();
  for (const one of leaving) work.em.remove(one);
  await work.em.flush();
}

function keepBag(
  work: Work,
  {
    bag,
    row,
    bags,
    keeping,
    idOf,
  }: { bag: BagFacts; row: Entry; bags: Bag[]; keeping: Keeping; idOf: (id: number) => number },
): void {
  const { id, anglerId, caughtBy, ...figures } = bag;
  const stored = bags.find((one) => one.id === id);
  const said = saidOf(bag, keeping);
  // A bag that was not spoken of stays as it is.
  if (stored && said === undefined) return;
  const values = {
    ...figures,
    measured: keeping.paper,
    penaltyReason: said?.penaltyReason ?? null,
    caughtBy: caughtBy === null ? null : idOf(caughtBy),
  };
  if (stored) work.em.assign(stored, values);
  else work.em.create(Bag, { entry: row, angler: anglerId === null ? null : idOf(anglerId), ...values });
}

const saidOf = ({ day, anglerId }: BagFacts, { said, entry }: Keeping) => {
  if (day !== said.day) return undefined;
  const at = anglerId === null ? 0 : entry.crew.findIndex((one) => one.anglerId === anglerId);
  return said.bags[at] ?? undefined;
};

const isAboard = ({ angler }: Crew, { crew }: EntryFacts): boolean =>
  crew.some(({ anglerId }) => anglerId === angler.id);
