import { authorize } from "../actor.ts";
import { conflict, invalid } from "../errors.ts";
import type { Event } from "../events/event.entity.ts";
import { mustBeTimes } from "../events/event-times.rules.ts";
import type { MoveEvent } from "../events/events.schemas.ts";
import { type EventShown, refuseTwins, showEvent } from "../events/events.service.ts";
import { announce } from "../notices/announce.service.ts";
import { notify } from "../notices/notify.service.ts";
import { addDays, type ClubDate, type ClubTime, daysBetween } from "../time.ts";
import type { Work } from "../work.ts";
import { listClashes } from "./clashes.service.ts";
import { findConcerned } from "./event-rows.queries.ts";
import { type EventHeld, holdEvent } from "./find-event.service.ts";
import { renumberTournaments } from "./renumber.service.ts";
import { Tournament } from "./tournament.entity.ts";
import { mustBeUnweighed } from "./weighed.service.ts";

interface Days {
  firstDay: ClubDate;
  lastDay: ClubDate;
}

/** An event on its new day, and what an officer should know of it. */
export interface EventMoved {
  event: EventShown;
  from: Days;
  /** Of a tournament: its first cast and weigh-in stand as the event's hours. */
  startsAt: ClubTime | null;
  endsAt: ClubTime | null;
  /** `2026-04` of a tournament; it follows the day. */
  number: string | null;
  /** False: it was there already, and nobody is told. */
  changed: boolean;
  /** How many are told; nobody when both days are over. */
  told: number;
  /** What else is on the new days, by name. */
  clashes: string[];
}

/**
 * Moves something on the calendar to another day, a tournament within its season too, which then takes its number by
 * its day. Calendars learn of it, and the members of today and whoever is in its book are told. Refused for what is
 * cancelled, official or has boats in its book, and into the past for what still lies ahead.
 */
export async function moveEvent(work: Work, input: MoveEvent): Promise<EventMoved> {
  authorize(work, "moveEvent", { roles: ["editor", "weighmaster"], reason: input.reason ?? null });
  const held = await holdEvent(work, { reference: input.event });
  const { event, tournament } = held;
  const from = { firstDay: event.firstDay, lastDay: event.lastDay };
  const before = hoursOf(held);
  const length = daysBetween(from.firstDay, from.lastDay);
  const to = { firstDay: input.to, lastDay: input.lastDay ?? addDays(input.to, length) };
  const hours = {
    startsAt: input.startsAt === undefined ? before.startsAt : input.startsAt,
    endsAt: input.endsAt === undefined ? before.endsAt : input.endsAt,
  };
  await mustMove(work, { held, to });
  mustBeTimes({ name: event.name, ...to, ...hours }, work.now.zoneName);
  const changed = JSON.stringify([from, before]) !== JSON.stringify([to, hours]);
  const clashes = await listClashes(work, { spans: [{ ...to, except: event.id }] });
  let told = 0;
  if (changed) {
    await settle(work, { held, to, hours });
    told = await tell(work, { event, from, to, startsAt: hours.startsAt, reason: input.reason ?? null });
  }
  const number = tournament && `${tournament.season.year}-${String(tournament.number).padStart(2, "0")}`;
  return { event: showEvent(event), from, ...hours, number, changed, told, clashes: clashes[0] ?? [] };
}

interface Hours {
  startsAt: ClubTime | null;
  endsAt: ClubTime | null;
}

const hoursOf = ({ event, tournament }: EventHeld): Hours =>
  tournament === null
    ? { startsAt: event.startsAt, endsAt: event.endsAt }
    : { startsAt: tournament.firstCast, endsAt: tournament.weighIn };

async function mustMove(
  work: Work,
  { held: { event, tournament }, to }: { held: EventHeld; to: Days },
): Promise<void> {
  const { id, kind, name } = event;
  if (event.isCancelled()) {
    throw conflict(
      "event-cancelled",
      `${name} is cancelled. Put it back on the calendar first: sabc event restore ${id}.`,
    );
  }
  if (event.lastDay >= work.today && to.lastDay < work.today) {
    throw invalid("event-day-over", `${to.lastDay} is over already, and ${name} is still ahead.`);
  }
  if (tournament !== null) {
    await mustBeUnweighed(work, { tournament });
    const years = [String(tournament.season.year), event.firstDay.slice(0, 4)];
    if (!years.includes(to.firstDay.slice(0, 4))) {
      throw conflict(
        "tournament-stays-in-its-season",
        `${name} belongs to the season ${tournament.season.year} and cannot move to ${to.firstDay}. Cancel it, and add one to that season.`,
      );
    }
  }
  await refuseTwins(work, { events: [{ kind, name, firstDay: to.firstDay }], except: id });
}

async function settle(
  work: Work,
  { held: { event, tournament }, to, hours }: { held: EventHeld; to: Days; hours: Hours },
): Promise<void> {
  event.move({ ...to, at: work.now.toJSDate() });
  if (tournament === null) Object.assign(event, hours);
  else {
    Object.assign(tournament, { firstCast: hours.startsAt, weighIn: hours.endsAt, protestDeadline: null });
    // Nothing was weighed yet: the scales that stood open wait for the new day.
    tournament.state = "scheduled";
    const { season } = tournament;
    const tournaments = await work.em.find(
      Tournament,
      { season },
      { populate: ["event"], orderBy: { number: "asc" } },
    );
    renumberTournaments(work, { tournaments });
  }
  await work.em.flush();
}

interface Tidings {
  event: Event;
  from: Days;
  to: Days;
  startsAt: ClubTime | null;
  reason: string | null;
}

async function tell(work: Work, { event, from, to, startsAt, reason }: Tidings): Promise<number> {
  const over = from.lastDay < work.today && to.lastDay < work.today;
  const recipients = over ? [] : await findConcerned(work, event.id);
  const tidings = {
    purpose: "event-moved",
    occasion: `event ${event.id} revision ${event.revision}`,
    facts: { event: event.name, from, to, startsAt, reason },
  } as const;
  await notify(work, { ...tidings, recipients });
  if (!over) await announce(work, tidings);
  return recipients.length;
}
