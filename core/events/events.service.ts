import { authorize } from "../actor.ts";
import { conflict, type Problem } from "../errors.ts";
import type { Work } from "../work.ts";
import { Event, type EventKind } from "./event.entity.ts";
import { mustBeTimes } from "./event-times.rules.ts";
import type { AddEvent } from "./events.schemas.ts";

/** Something on the club's calendar. */
export interface EventShown {
  id: number;
  kind: EventKind;
  name: string;
  firstDay: string;
  lastDay: string;
  /** On the club's clock: `19:00`. */
  startsAt: string | null;
  endsAt: string | null;
  description: string | null;
  cancelled: { on: string; reason: string } | null;
  /** Counts what calendars have to be told. */
  revision: number;
}

/** As an officer adds it, or as a tournament brings it along. */
export interface NewEvent extends Omit<AddEvent, "kind"> {
  kind: EventKind;
}

/** Adds an event to the calendar; see `addEvents`. */
export async function addEvent(work: Work, event: NewEvent): Promise<EventShown> {
  authorize(work, "addEvent", { roles: ["editor", "weighmaster"] });
  const [added] = await addEvents(work, { events: [event] });
  if (added === undefined) throw new Error("an event was added and is not there");
  return added;
}

/**
 * Adds events to the calendar, all or none. Two may share a day; the same one twice (kind, name and first day) is a
 * conflict. A clock time that does not exist that day, or exists twice, is refused.
 */
export async function addEvents(work: Work, { events }: { events: NewEvent[] }): Promise<EventShown[]> {
  authorize(work, "addEvents", { roles: ["editor", "weighmaster"] });
  for (const event of events) mustBeTimes(withDefaults(event), work.now.zoneName);
  await refuseTwins(work, { events });
  const added = events.map((event) => create(work, event));
  await work.em.flush();
  return added.map(showEvent);
}

/** Refuses an event that is on the calendar already: the same kind, name and first day, and not cancelled. */
export async function refuseTwins(
  work: Work,
  { events, except }: { events: Pick<Event, "kind" | "name" | "firstDay">[]; except?: number },
): Promise<void> {
  const days = [...new Set(events.map(({ firstDay }) => firstDay))];
  const standing = await work.em.find(Event, { firstDay: { $in: days }, cancelledOn: null });
  const known = new Set(standing.filter(({ id }) => id !== except).map(identity));
  const problems: Problem[] = [];
  events.forEach((event, at) => {
    if (known.has(identity(event))) {
      const reason = `is on the calendar already, on ${event.firstDay}`;
      problems.push({ line: at + 1, column: "name", value: event.name, reason });
    }
    known.add(identity(event));
  });
  const [first] = problems;
  if (first === undefined) return;
  const more = problems.length > 1 ? ` The same goes for ${problems.length - 1} more.` : "";
  throw conflict("event-exists", `${first.value} ${first.reason}.${more} Nothing was changed.`, { problems });
}

const create = (work: Work, event: NewEvent): Event => work.em.create(Event, withDefaults(event));

const withDefaults = ({ lastDay, startsAt, endsAt, description, ...event }: NewEvent) => ({
  ...event,
  lastDay: lastDay ?? event.firstDay,
  startsAt: startsAt ?? null,
  endsAt: endsAt ?? null,
  description: description ?? null,
});

const identity = ({ kind, name, firstDay }: Pick<Event, "kind" | "name" | "firstDay">): string =>
  `${kind} ${firstDay} ${name.toLowerCase()}`;

/** The read model of an event. */
export const showEvent = (event: Event): EventShown => ({
  id: event.id,
  kind: event.kind,
  name: event.name,
  firstDay: event.firstDay,
  lastDay: event.lastDay,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  description: event.description,
  cancelled: event.cancelledOn === null ? null : { on: event.cancelledOn, reason: event.cancelReason ?? "" },
  revision: event.revision,
});
