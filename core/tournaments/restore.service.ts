import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { RestoreEvent } from "../events/events.schemas.ts";
import { type EventShown, refuseTwins, showEvent } from "../events/events.service.ts";
import { announce } from "../notices/announce.service.ts";
import { notify } from "../notices/notify.service.ts";
import { takeBack } from "../notices/take-back.service.ts";
import { addDays } from "../time.ts";
import type { Work } from "../work.ts";
import { listClashes } from "./clashes.service.ts";
import { findConcerned, findOfficialFrom } from "./event-rows.queries.ts";
import { type EventHeld, holdEvent } from "./find-event.service.ts";
import { Tournament } from "./tournament.entity.ts";
import type { RestoreTournament } from "./tournaments.schemas.ts";
import { resolveTournament } from "./tournaments.service.ts";

/** An event that takes place after all, how many are told of it, and what else is on its days, by name. */
export interface EventRestored {
  event: EventShown;
  told: number;
  clashes: string[];
}

/**
 * Puts something that was cancelled back on the calendar, a tournament too, as it was: calendars learn of it, and whoever
 * was told that it is cancelled hears that it takes place. Conflict where it stands, was added again, or is a tournament
 * that a later one's official results count on as cancelled.
 */
export async function restoreEvent(work: Work, { event, reason }: RestoreEvent): Promise<EventRestored> {
  authorize(work, "restoreEvent", { roles: ["editor", "weighmaster"], reason: reason ?? null });
  const held = await holdEvent(work, { reference: event, meaning: "cancelled" });
  return restore(work, { held, reason: reason ?? null });
}

/** Restores a tournament, as `restoreEvent` does its event. */
export async function restoreTournament(
  work: Work,
  { tournament, reason }: RestoreTournament,
): Promise<EventRestored> {
  authorize(work, "restoreTournament", { roles: ["editor", "weighmaster"], reason: reason ?? null });
  const { id } = await resolveTournament(work, { reference: tournament });
  const { event } = await work.em.findOneOrFail(Tournament, id);
  return restore(work, { held: await holdEvent(work, { reference: event.id }), reason: reason ?? null });
}

async function restore(
  work: Work,
  { held: { event, tournament }, reason }: { held: EventHeld; reason: string | null },
): Promise<EventRestored> {
  if (!event.isCancelled()) {
    throw conflict(
      "event-not-cancelled",
      `${event.name} on ${event.firstDay} is not cancelled. Name the one that is by its id: sabc event list.`,
    );
  }
  const { id, kind, name, firstDay, lastDay, startsAt } = event;
  await refuseTwins(work, { events: [{ kind, name, firstDay }], except: id });
  if (tournament !== null) await mustStillCount(work, tournament);
  const cancellation = {
    purpose: "event-cancelled",
    occasion: `event ${id} revision ${event.revision}`,
  } as const;
  event.restore({ at: work.now.toJSDate() });
  await work.em.flush();
  const { unsent, unsaid } = await takeBack(work, cancellation);
  const over = lastDay < work.today;
  const recipients = over ? [] : (await findConcerned(work, id)).filter((one) => !unsent.has(one));
  const begins = tournament === null ? startsAt : tournament.firstCast;
  const tidings = {
    purpose: "event-restored",
    occasion: `event ${id} revision ${event.revision}`,
    facts: { event: name, firstDay, lastDay, startsAt: begins, reason },
  } as const;
  await notify(work, { ...tidings, recipients });
  if (!over && !unsaid) await announce(work, tidings);
  const [clashes] = await listClashes(work, { spans: [{ firstDay, lastDay, except: id }] });
  return { event: showEvent(event), told: recipients.length, clashes: clashes ?? [] };
}

/** Nothing was weighed at it. Later results, once official, took it for one that is not held: their pot, and who drops what. */
async function mustStillCount(work: Work, { event, season }: Tournament): Promise<void> {
  season.mustBeOpen();
  const later = await findOfficialFrom(work, { seasonId: season.id, from: addDays(event.firstDay, 1) });
  if (later === null) return;
  throw conflict(
    "later-tournament-official",
    `${later.name} on ${later.firstDay} came after ${event.name} and is official, with ${event.name} cancelled. Add another tournament for what was held after all.`,
  );
}
