import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { CancelEvent } from "../events/events.schemas.ts";
import { type EventShown, showEvent } from "../events/events.service.ts";
import { announce } from "../notices/announce.service.ts";
import { notify } from "../notices/notify.service.ts";
import { takeBack } from "../notices/take-back.service.ts";
import type { Work } from "../work.ts";
import { findConcerned } from "./event-rows.queries.ts";
import { type EventHeld, holdEvent } from "./find-event.service.ts";
import { Tournament } from "./tournament.entity.ts";
import { resolveTournament } from "./tournaments.service.ts";
import { mustBeUnweighed } from "./weighed.service.ts";

/** An event that was taken off the calendar, and how many are told of it; nobody of one whose days are over. */
export interface EventCancelled {
  event: EventShown;
  told: number;
}

/**
 * Cancels something on the calendar, a tournament too: it stays there struck through, calendars learn of it, and the
 * members of today and whoever is in its book are told. Twice is a conflict; so is a tournament with boats in its
 * book, or one that is official.
 */
export async function cancelEvent(work: Work, { event, reason }: CancelEvent): Promise<EventCancelled> {
  authorize(work, "cancelEvent", { roles: ["editor", "weighmaster"], reason });
  return cancel(work, { held: await holdEvent(work, { reference: event }), reason });
}

/** Cancels a tournament, as `cancelEvent` does with its event. */
export async function cancelTournament(
  work: Work,
  { tournament, reason }: { tournament: string | number; reason: string },
): Promise<EventCancelled> {
  authorize(work, "cancelTournament", { roles: ["editor", "weighmaster"], reason });
  const { id } = await resolveTournament(work, { reference: tournament });
  const { event } = await work.em.findOneOrFail(Tournament, id);
  return cancel(work, { held: await holdEvent(work, { reference: event.id }), reason });
}

async function cancel(
  work: Work,
  { held: { event, tournament }, reason }: { held: EventHeld; reason: string },
): Promise<EventCancelled> {
  if (event.isCancelled()) {
    throw conflict(
      "event-already-cancelled",
      `${event.name} was cancelled on ${event.cancelledOn}: ${event.cancelReason}`,
    );
  }
  if (tournament !== null) await mustBeUnweighed(work, { tournament });
  await takeBack(work, {
    purpose: "event-restored",
    occasion: `event ${event.id} revision ${event.revision}`,
  });
  event.cancel({ on: work.today, reason, at: work.now.toJSDate() });
  await work.em.flush();
  const { id, name, firstDay, lastDay, revision } = event;
  const recipients = lastDay < work.today ? [] : await findConcerned(work, id);
  const tidings = {
    purpose: "event-cancelled",
    occasion: `event ${id} revision ${revision}`,
    facts: { event: name, firstDay, lastDay, reason },
  } as const;
  await notify(work, { ...tidings, recipients });
  if (lastDay >= work.today) await announce(work, tidings);
  return { event: showEvent(event), told: recipients.length };
}
