import { authorize } from "../actor.ts";
import { conflict, invalid } from "../errors.ts";
import { mustBeTimes } from "../events/event-times.rules.ts";
import { refuseTwins } from "../events/events.service.ts";
import { Ramp } from "../lakes/ramp.entity.ts";
import { type EventChanges, eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import type { Work } from "../work.ts";
import { holdEvent } from "./find-event.service.ts";
import { Tournament } from "./tournament.entity.ts";
import type { EditTournament } from "./tournaments.schemas.ts";
import { getTournament, resolveTournament, type TournamentShown } from "./tournaments.service.ts";
import { announceTournament } from "./announce-tournament.service.ts";
import { findWater } from "./water.service.ts";

export interface TournamentEdited {
  tournament: TournamentShown;
  /** False: all of it was so already. */
  changed: boolean;
}

/**
 * Says a tournament's name, water, hours, description or protest deadline anew; calendars learn of it, the
 * channel does of its water and hours, nobody is mailed. An official one needs a reason; a cancelled one, and one of a closed season, stay as they are.
 */
export async function editTournament(
  work: Work,
  { tournament: reference, reason, ...edit }: Omit<EditTournament, "changes">,
): Promise<TournamentEdited> {
  authorize(work, "editTournament", { roles: ["weighmaster", "editor"], reason: reason ?? null });
  const tournament = await holdTournament(work, { reference, reason });
  const before = calendarFacts(tournament);
  const deadline = tournament.protestDeadline?.getTime() ?? null;
  const was = await getTournament(work, { reference: String(tournament.id) });
  await rename(work, { tournament, edit });
  await relocate(work, { tournament, edit });
  retime(work, { tournament, edit });
  extend(tournament, edit);
  const seen = before !== calendarFacts(tournament);
  if (seen) tournament.event.revise({ at: work.now.toJSDate() });
  await work.em.flush();
  const shown = await getTournament(work, { reference: String(tournament.id) });
  await announceTournament(work, { before: was, after: shown, revision: tournament.event.revision });
  return {
    tournament: shown,
    changed: seen || deadline !== (tournament.protestDeadline?.getTime() ?? null),
  };
}

/**
 * Lets a tournament say otherwise than its season: the whole list, what is not in it is the season's again. The
 * results that follow are made again by whoever calls it.
 */
export async function sayOtherwise(
  work: Work,
  {
    tournament: reference,
    changes,
    reason,
  }: { tournament: string | number; changes: EventChanges; reason?: string | undefined },
): Promise<void> {
  authorize(work, "editTournament", { roles: ["weighmaster", "editor"], reason: reason ?? null });
  const tournament = await holdTournament(work, { reference, reason });
  tournament.changes = eventChangesSchema.encode(changes);
  await work.em.flush();
}

type Edit = Omit<EditTournament, "tournament" | "changes" | "reason">;

async function holdTournament(
  work: Work,
  { reference, reason }: { reference: string | number; reason: string | undefined },
): Promise<Tournament> {
  const { id } = await resolveTournament(work, { reference });
  const { event } = await work.em.findOneOrFail(Tournament, id);
  const tournament = (await holdEvent(work, { reference: event.id })).tournament!;
  const { name } = tournament.event;
  tournament.season.mustBeOpen();
  if (tournament.isCancelled()) {
    throw conflict("tournament-cancelled", `${name} is cancelled; nothing of it changes any more.`);
  }
  if (tournament.isOfficial() && !reason) {
    throw invalid("reason-required", `${name} is official. Say why it is changed now: a reason is needed.`);
  }
  return tournament;
}

async function rename(
  work: Work,
  { tournament: { event }, edit }: { tournament: Tournament; edit: Edit },
): Promise<void> {
  const { id, kind, firstDay } = event;
  if (edit.name !== undefined) {
    await refuseTwins(work, { events: [{ kind, name: edit.name, firstDay }], except: id });
    event.name = edit.name;
  }
  if (edit.description !== undefined) event.description = edit.description;
}

/** Another lake without a ramp leaves none; a ramp alone is one of the lake that it has. */
async function relocate(
  work: Work,
  { tournament, edit }: { tournament: Tournament; edit: Edit },
): Promise<void> {
  if (edit.lake === undefined && edit.ramp === undefined) return;
  const lake = edit.lake === undefined ? (tournament.lake?.key ?? null) : edit.lake;
  if (lake === null && edit.ramp) {
    throw invalid("tournament-ramp-has-a-lake", "A ramp needs its lake. Name the lake too.", {
      problems: [{ column: "ramp", value: edit.ramp, reason: "needs its lake" }],
    });
  }
  const ahead = tournament.event.lastDay >= work.today;
  const found = await findWater(work, {
    lake,
    ramp: edit.ramp ?? null,
    retired: ahead ? "refused" : "taken",
  });
  const stays = edit.ramp === undefined && found.lake === tournament.lake;
  const ramp = found.ramp && (await work.em.findOneOrFail(Ramp, found.ramp.id));
  tournament.holdOn({ lake: found.lake, ramp: stays ? tournament.ramp : ramp });
}

function retime(work: Work, { tournament, edit }: { tournament: Tournament; edit: Edit }): void {
  if (edit.firstCast === undefined && edit.weighIn === undefined) return;
  if (edit.firstCast !== undefined) tournament.firstCast = edit.firstCast;
  if (edit.weighIn !== undefined) tournament.weighIn = edit.weighIn;
  const { name, firstDay, lastDay } = tournament.event;
  const { firstCast: startsAt, weighIn: endsAt } = tournament;
  mustBeTimes({ name, firstDay, lastDay, startsAt, endsAt }, work.now.zoneName);
}

function extend(tournament: Tournament, { protestDeadline }: Edit): void {
  if (protestDeadline === undefined) return;
  if (tournament.state !== "provisional") {
    throw conflict(
      "tournament-not-provisional",
      `${tournament.event.name} is ${tournament.state}; protests have a deadline while results are provisional.`,
    );
  }
  tournament.protestDeadline = protestDeadline === null ? null : new Date(protestDeadline);
}

/** What calendars show of it, to see whether that changed. */
const calendarFacts = ({ event, lake, ramp, firstCast, weighIn }: Tournament): string =>
  JSON.stringify([event.name, event.description, lake?.id, ramp?.id, firstCast, weighIn]);
