import { authorize } from "../actor.ts";
import { clubInstant } from "../time.ts";
import type { Work } from "../work.ts";
import { GuildEvent } from "./guild-event.entity.ts";
import { findGuildEvents, type GuildEventRow } from "./guild-events.queries.ts";
import { Tournament } from "./tournament.entity.ts";

/** A tournament as it belongs into Discord's calendar, and what stands there. */
export interface GuildEventWanted extends Pick<
  GuildEventRow,
  "tournament" | "name" | "lake" | "ramp" | "description" | "stands" | "number" | "drawn"
> {
  /** ISO on the club's clock. */
  startsAt: string;
  endsAt: string;
}

/**
 * The tournaments from tomorrow on whose lake and hours are set, the next first; one that was cancelled is among them as
 * long as it stands in Discord's calendar.
 */
export async function listGuildEvents(work: Work, _: object = {}): Promise<GuildEventWanted[]> {
  const zone = work.now.zoneName;
  const rows = await findGuildEvents(work);
  return rows.map(({ firstDay, lastDay, firstCast, weighIn, ...row }) => ({
    ...row,
    startsAt: clubInstant(firstDay, firstCast, zone).toISO({ suppressMilliseconds: true }),
    endsAt: clubInstant(lastDay, weighIn, zone).toISO({ suppressMilliseconds: true }),
  }));
}

/** Notes what stands in Discord's calendar for a tournament; without a number nothing does. */
export async function keepGuildEvent(
  work: Work,
  { tournament: id, number, drawn }: { tournament: number; number: string | null; drawn: string | null },
): Promise<void> {
  authorize(work, "keepGuildEvent", { roles: [] });
  const tournament = work.em.getReference(Tournament, id);
  const kept = await work.em.findOne(GuildEvent, { tournament });
  if (kept === null) work.em.create(GuildEvent, { tournament, number, drawn });
  else Object.assign(kept, { number, drawn });
}
