import type { Points } from "../points.ts";
import type { PlaceValues } from "./points.schemas.ts";

/**
 * What the nth who uses values up earns (1 is the best) in a field of so many who fished: the list or the number of
 * first place, less a step for each further one, never under the floor. No place points: 0.
 */
export function placeValue(
  values: PlaceValues | null,
  { nth, field }: { nth: number; field: number },
): Points {
  if (!values) return 0;
  const listed = listOf(values.first, field);
  const beyond = Math.max(0, nth - listed.length);
  const start = listed[Math.min(nth, listed.length) - 1] ?? 0;
  return Math.max(values.floor, start - beyond * values.step, 0);
}

function listOf(first: PlaceValues["first"], field: number): Points[] {
  if (first === "field") return [field * 100];
  return typeof first === "number" ? [first] : first;
}
