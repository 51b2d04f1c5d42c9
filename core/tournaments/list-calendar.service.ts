import type { ListEvents } from "../events/events.schemas.ts";
import { type EventShown, listEvents } from "../events/events.service.ts";
import type { Work } from "../work.ts";
import { Tournament } from "./tournament.entity.ts";

/** The same events as `listEvents`, a tournament with its first cast and weigh-in for its hours. Two queries. */
export async function listCalendar(work: Work, asked: ListEvents): Promise<EventShown[]> {
  const events = await listEvents(work, asked);
  const tournaments = await work.em.find(Tournament, { event: { $in: events.map(({ id }) => id) } });
  const hours = new Map(
    tournaments.map(({ event, firstCast, weighIn }) => [event.id, { firstCast, weighIn }]),
  );
  return events
    .map((event) => ({
      ...event,
      startsAt: hours.get(event.id)?.firstCast ?? event.startsAt,
      endsAt: hours.get(event.id)?.weighIn ?? event.endsAt,
    }))
    .toSorted((one, other) => (beginning(one) < beginning(other) ? -1 : 1));
}

const beginning = ({ firstDay, startsAt, id }: EventShown): string =>
  `${firstDay} ${startsAt ?? ""} ${String(id).padStart(9, "0")}`;
