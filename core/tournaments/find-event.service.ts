import { nearest } from "../anglers/nearest.service.ts";
import { conflict, type DomainError, notFound } from "../errors.ts";
import { Event } from "../events/event.entity.ts";
import { type EventShown, showEvent } from "../events/events.service.ts";
import { addDays } from "../time.ts";
import type { Work } from "../work.ts";
import { type EventReference, readEventReference } from "./event-reference.rules.ts";
import { findEventNames, findEventsNamed, lockEventRows } from "./event-rows.queries.ts";
import { Tournament } from "./tournament.entity.ts";
import { resolveTournament } from "./tournaments.service.ts";

interface Named {
  /** An id, a day (if one event is on it), a name, `next`, or a tournament's number such as 2026-03. */
  reference: string | number;
  /** Of several on a day or of a name: those that stand, or those that are cancelled. */
  meaning?: "standing" | "cancelled";
}

/** Something on the calendar as people name it; not-found names the nearest, several that fit are a conflict. */
export async function getEvent(work: Work, named: Named): Promise<EventShown> {
  return showEvent(await findOne(work, named));
}

/** An event that is about to be changed, with its tournament where it has one. */
export interface EventHeld {
  event: Event;
  tournament: Tournament | null;
}

/** The same for a change: nobody else changes it until this work ends. */
export async function holdEvent(work: Work, named: Named): Promise<EventHeld> {
  const { id } = await findOne(work, named);
  await lockEventRows(work, id);
  const event = await work.em.findOneOrFail(Event, id, { refresh: true });
  const tournament = await work.em.findOne(
    Tournament,
    { event: id },
    { populate: ["event", "season", "lake", "ramp"], refresh: true },
  );
  return { event, tournament };
}

async function findOne(work: Work, { reference, meaning = "standing" }: Named): Promise<Event> {
  const read = readEventReference(String(reference));
  if (read.by === "tournament") {
    const { id } = await resolveTournament(work, { reference: read.reference });
    return (await work.em.findOneOrFail(Tournament, id, { populate: ["event"] })).event;
  }
  const found = await findEventsNamed(work, read);
  const [first, second] = meant(work, { found, by: read.by, meaning });
  if (first === undefined) throw await missing(work, { reference: String(reference), read });
  if (second === undefined) return first;
  const candidates = found.map(({ id, name, firstDay }) => `${id} ${name} (${firstDay})`);
  throw conflict(
    "event-ambiguous",
    `Several events are called or held so: ${reference}. Name one by its id: ${candidates.join(", ")}.`,
    { candidates },
  );
}

/** Of several the one that still stands (or does not), and of a name the one that lies ahead; else all. */
function meant(
  work: Work,
  { found, by, meaning }: { found: Event[]; by: EventReference["by"]; meaning: Named["meaning"] },
): Event[] {
  const fitting = found.filter((event) => event.isCancelled() === (meaning === "cancelled"));
  const ahead = fitting.filter(({ lastDay }) => lastDay >= work.today);
  if (by === "name" && ahead.length === 1) return ahead;
  return fitting.length > 0 ? fitting : found.slice(-1);
}

async function missing(
  work: Work,
  { reference, read }: { reference: string; read: EventReference },
): Promise<DomainError> {
  if (read.by === "next") return notFound("event-not-found", "Nothing is ahead on the calendar.");
  const sentence = `There is no event "${reference.slice(0, 80)}". See sabc event list.`;
  if (read.by !== "name") return notFound("event-not-found", sentence);
  const among = await findEventNames(work, addDays(work.today, -400));
  const candidates = await nearest({ asked: read.name, among });
  return notFound("event-not-found", sentence, { candidates });
}
