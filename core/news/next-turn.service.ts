import { DateTime } from "luxon";
import type { Work } from "../work.ts";
import { findNextTurn } from "./next-turn.queries.ts";

/**
 * Milliseconds until something the public sees changes by the clock alone: the club's midnight, an event that begins or
 * ends, a poll that opens or closes, a protest deadline that passes.
 */
export async function untilNextTurn(work: Work): Promise<number> {
  return DateTime.fromISO(await findNextTurn(work))
    .diff(work.now)
    .toMillis();
}
