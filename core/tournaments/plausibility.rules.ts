import { bagDoubts, type Doubt, type Plausible } from "./bag-doubt.rules.ts";
import type { EntryFacts } from "./facts.rules.ts";

/** Checks one entry with its bags, however it comes in. Checks that need what is not known are not made. */
export function doubtsAbout(entry: EntryFacts, plausible: Plausible): Doubt[] {
  return [
    ...crewDoubts(entry, plausible),
    ...entry.bags.flatMap((bag) => bagDoubts(bag, { entry, ...plausible })),
  ];
}

/** Checks what only all entries of a tournament together show. */
export function doubtsAboutField(entries: EntryFacts[]): Doubt[] {
  const anglers = entries.flatMap((entry) => entry.crew.map(({ anglerId }) => ({ number: anglerId, entry })));
  const boats = entries.flatMap((entry) =>
    entry.boatNumber === null ? [] : [{ number: entry.boatNumber, entry }],
  );
  return [
    ...repeated(anglers).map(({ number, entry }) =>
      about(
        entry,
        "angler-twice",
        "An angler can be in a tournament only once, in one boat or one buy-in.",
        number,
      ),
    ),
    ...repeated(boats).map(({ number, entry }) =>
      about(entry, "boat-number-twice", `There is already a boat ${number}.`),
    ),
  ];
}

function repeated(
  numbered: { number: number; entry: EntryFacts }[],
): { number: number; entry: EntryFacts }[] {
  return [...Map.groupBy(numbered, ({ number }) => number).values()].flatMap((same) => same.slice(1));
}

function crewDoubts(entry: EntryFacts, { rules, guestEvents }: Plausible): Doubt[] {
  const { eventsPerYear, boatOfGuests } = rules.guests;
  const guests = entry.crew.filter(({ wasMember }) => !wasMember);
  const doubts: Doubt[] = [];
  if (entry.crew.length === 0 || entry.crew.length > rules.crew) {
    doubts.push(
      about(entry, "crew-size", `A boat has one ${rules.crew > 1 ? "or two anglers" : "angler"} aboard.`),
    );
  }
  if (entry.kind === "buy-in" && !rules.points?.buyIn && rules.points?.buyIn !== 0) {
    doubts.push(about(entry, "buy-in-not-offered", "This season offers no buy-in."));
  }
  if (entry.kind === "buy-in" && entry.bags.length > 0) {
    doubts.push(about(entry, "buy-in-with-bag", "Who bought in did not fish and has no bag."));
  }
  if (entry.kind === "buy-in" && guests.length > 0) {
    doubts.push(
      maybe(about(entry, "buy-in-of-guest", "Only a member buys in, and this one was no member that day.")),
    );
  }
  if (!boatOfGuests && guests.length > 1 && guests.length === entry.crew.length) {
    doubts.push(
      maybe(about(entry, "boat-of-guests", "Two guests may not make a boat; one aboard must be a member.")),
    );
  }
  const overdue = guests.filter(
    ({ anglerId }) => (guestEvents.get(anglerId) ?? 0) >= (eventsPerYear ?? Infinity),
  );
  const often = `A guest may fish ${eventsPerYear} events a year, and this would be one more; it takes membership.`;
  return [
    ...doubts,
    ...overdue.map(({ anglerId }) => maybe(about(entry, "guest-too-often", often, anglerId))),
  ];
}

const maybe = (doubt: Doubt): Doubt => ({ ...doubt, overridable: true });

function about({ id }: EntryFacts, code: string, sentence: string, anglerId: number | null = null): Doubt {
  return { code, sentence, overridable: false, entryId: id, anglerId, bagId: null };
}
