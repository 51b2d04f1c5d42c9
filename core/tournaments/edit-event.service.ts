import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { Event } from "../events/event.entity.ts";
import { mustBeTimes } from "../events/event-times.rules.ts";
import type { EditEvent } from "../events/events.schemas.ts";
import { type EventShown, refuseTwins, showEvent } from "../events/events.service.ts";
import type { Work } from "../work.ts";
import { editTournament } from "./edit.service.ts";
import { holdEvent } from "./find-event.service.ts";

export interface EventEdited {
  event: EventShown;
  /** False: all of it was so already. */
  changed: boolean;
}

/**
 * Says an event's name, hours or description anew; of a tournament the hours are its first cast and weigh-in. Calendars
 * learn of it, nobody is mailed. What is cancelled stays as it is until it is restored.
 */
export async function editEvent(
  work: Work,
  { event: reference, reason, ...edit }: EditEvent,
): Promise<EventEdited> {
  authorize(work, "editEvent", { roles: ["editor", "weighmaster"], reason: reason ?? null });
  const { event, tournament } = await holdEvent(work, { reference });
  if (event.isCancelled()) {
    throw conflict(
      "event-cancelled",
      `${event.name} is cancelled. Put it back on the calendar first: sabc event restore ${event.id}.`,
    );
  }
  if (tournament === null) return { changed: await change(work, { event, edit }), event: showEvent(event) };
  const { startsAt: firstCast, endsAt: weighIn, ...rest } = edit;
  const edited = { tournament: tournament.id, reason, firstCast, weighIn, ...rest };
  const { changed } = await editTournament(work, edited);
  return { event: showEvent(event), changed };
}

async function change(
  work: Work,
  { event, edit }: { event: Event; edit: Omit<EditEvent, "event" | "reason"> },
): Promise<boolean> {
  const before = calendarFacts(event);
  if (edit.name !== undefined) {
    const { id, kind, firstDay } = event;
    await refuseTwins(work, { events: [{ kind, name: edit.name, firstDay }], except: id });
    event.name = edit.name;
  }
  if (edit.startsAt !== undefined) event.startsAt = edit.startsAt;
  if (edit.endsAt !== undefined) event.endsAt = edit.endsAt;
  if (edit.description !== undefined) event.description = edit.description;
  mustBeTimes(event, work.now.zoneName);
  const changed = before !== calendarFacts(event);
  if (changed) event.revise({ at: work.now.toJSDate() });
  await work.em.flush();
  return changed;
}

/** What calendars show of it, to see whether that changed. */
const calendarFacts = ({ name, startsAt, endsAt, description }: Event): string =>
  JSON.stringify([name, startsAt, endsAt, description]);
