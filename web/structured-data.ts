import { DateTime } from "luxon";
import type { TournamentShown } from "#core/tournaments/tournaments.service.ts";
import type { ClubShown } from "#core/work.ts";
import { picturePath, tournamentPath } from "./addresses.ts";

interface Given {
  event: TournamentShown;
  club: ClubShown;
  origin: string;
}

/** A tournament as search engines read it (schema.org SportsEvent), ready to stand in a page: JSON without a `<`. */
export function sportsEvent({ event, club, origin }: Given): string {
  const { name, firstDay, lastDay, firstCast, weighIn, lake, description, cancelled } = event;
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "SportsEvent",
    name: lake === null || name.includes(lake.name) ? name : `${name}, ${lake.name}`,
    description: description ?? `Tournament ${event.number} of ${event.season} of ${club.name}.`,
    sport: "Bass fishing",
    url: origin + tournamentPath(event),
    image: origin + picturePath(event),
    startDate: moment({ day: firstDay, time: firstCast, zone: club.zone }),
    endDate: moment({ day: lastDay, time: weighIn, zone: club.zone }),
    eventStatus: `https://schema.org/${cancelled ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: placeOf(event),
    organizer: { "@type": "SportsOrganization", name: club.name, url: `${origin}/` },
  }).replaceAll(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** `2026-03-22T06:30:00-05:00`, or the day where no time is known. */
function moment({ day, time, zone }: { day: string; time: string | null; zone: string }): string {
  if (time === null) return day;
  return DateTime.fromISO(`${day}T${time}`, { zone }).toISO({ suppressMilliseconds: true }) ?? day;
}

function placeOf({ lake, ramp }: TournamentShown): object {
  if (lake === null) return { "@type": "Place", name: "To be announced" };
  const known = ramp !== null && ramp.latitude !== null && ramp.longitude !== null;
  return {
    "@type": "Place",
    name: ramp === null ? lake.name : `${ramp.name}, ${lake.name}`,
    ...(known && {
      geo: { "@type": "GeoCoordinates", latitude: ramp.latitude, longitude: ramp.longitude },
    }),
  };
}
