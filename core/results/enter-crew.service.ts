import { resolveAngler, resolveAnglers } from "../anglers/anglers.service.ts";
import { DomainError } from "../errors.ts";
import { memberFlags } from "../membership/membership.service.ts";
import type { EntryFacts } from "../tournaments/facts.rules.ts";
import type { Work } from "../work.ts";
import { findGuestEvents } from "./boat-state.queries.ts";
import type { BoatSaid } from "./enter-boat.schemas.ts";
import type { PersonAboard } from "./enter-draft.rules.ts";
import type { SeasonedTournament } from "./facts.service.ts";
import { guestEventsAround } from "./import-doubts.rules.ts";
import { findPublicNames } from "./names.queries.ts";
import { type Naming, namingOf } from "./names.rules.ts";

/** Someone named as aboard; a new guest has an id below zero, and is `taken` where the name is someone's already. */
export interface NamedAboard {
  id: number;
  guest: string | null;
  taken: boolean;
}

/** Whom the words for those aboard mean, in their order; not-found and ambiguous ones are refused with their field. */
export async function resolveCrew(work: Work, crew: NonNullable<BoatSaid["crew"]>): Promise<NamedAboard[]> {
  const named: NamedAboard[] = [];
  for (const [at, one] of crew.entries()) {
    if (typeof one === "object") named.push(await newGuest(work, { name: one.guest, at }));
    else {
      const { id } = await resolveAngler(work, { reference: String(one) }).catch((error: unknown) => {
        throw withField(error, { column: at === 0 ? "angler" : "partner", value: String(one) });
      });
      named.push({ id, guest: null, taken: false });
    }
  }
  return named;
}

/** What each was that day: as it stands in the book, else by the record. Who is new is a guest. */
export async function statusThatDay(
  work: Work,
  { crew, known, firstDay }: { crew: readonly NamedAboard[]; known: EntryFacts | null; firstDay: string },
): Promise<PersonAboard[]> {
  const ids = crew.map(({ id }) => id).filter((id) => id > 0);
  const flags = await memberFlags(work, { anglerIds: ids, date: firstDay });
  const inBook = new Map(known?.crew.map(({ anglerId, wasMember }) => [anglerId, wasMember]));
  return crew.map(({ id }) => ({ anglerId: id, wasMember: inBook.get(id) ?? flags.get(id) ?? false }));
}

/** How many other events of the year each guest aboard has fished. */
export async function guestEventsOf(
  work: Work,
  { entry, tournament }: { entry: EntryFacts; tournament: SeasonedTournament },
): Promise<Map<number, number>> {
  const guests = entry.crew.filter(({ wasMember, anglerId }) => !wasMember && anglerId > 0);
  if (tournament.rules.guests.eventsPerYear === null || guests.length === 0) return new Map();
  const events = await findGuestEvents(work, {
    year: Number(tournament.firstDay.slice(0, 4)),
    anglerIds: guests.map(({ anglerId }) => anglerId),
  });
  return guestEventsAround(tournament.tournamentId, events);
}

/** The public names of all aboard these entries, and of the new guests. */
export async function namesAboard(
  work: Work,
  { entries, crew = [] }: { entries: readonly EntryFacts[]; crew?: readonly NamedAboard[] },
): Promise<Naming> {
  const ids = entries.flatMap((entry) => entry.crew.map(({ anglerId }) => anglerId));
  const known = await findPublicNames(work, [...new Set(ids.filter((id) => id > 0))]);
  const guests = crew.flatMap(({ id, guest }) => (guest === null ? [] : [{ id, name: guest }]));
  return namingOf([...known, ...guests]);
}

async function newGuest(work: Work, { name, at }: { name: string; at: number }): Promise<NamedAboard> {
  const { found, ambiguous } = await resolveAnglers(work, { references: [name] });
  return { id: -1 - at, guest: name, taken: found.size + ambiguous.size > 0 };
}

function withField(error: unknown, { column, value }: { column: string; value: string }): unknown {
  if (!(error instanceof DomainError)) return error;
  const { kind, code, message, details } = error;
  const problems = [{ column, value, reason: message }];
  return new DomainError(kind, { code, sentence: message, details: { ...details, problems } });
}
