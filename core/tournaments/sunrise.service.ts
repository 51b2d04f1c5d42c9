import { DateTime } from "luxon";
import { getTimes } from "suncalc";
import type { RampRef } from "../lakes/lakes.service.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";

/** When the sun rises over a ramp, on the club's clock: `07:31`; null where no place is known, or no sun rises. */
export function findSunrise(
  { now }: Work,
  { day, ramp }: { day: ClubDate; ramp: RampRef | null },
): string | null {
  if (ramp === null || ramp.latitude === null || ramp.longitude === null) return null;
  const zone = now.zoneName;
  // The day is the one whose noon it is: at midnight the sun's own day may still be the one before.
  const noon = DateTime.fromISO(`${day}T12:00`, { zone });
  const { sunrise } = getTimes(noon.toJSDate(), ramp.latitude, ramp.longitude);
  return sunrise && DateTime.fromJSDate(sunrise, { zone }).toFormat("HH:mm");
}
