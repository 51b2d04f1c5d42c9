import { printPoints } from "../points.ts";
import { placeValue } from "./place-value.rules.ts";
import type { Rules } from "./rules.schemas.ts";

/** What is allowed in a rule document but rarely meant, in sentences for whoever sets it. */
export function ruleWarnings(rules: Rules): string[] {
  return [noFishBeatsPlace(rules)].filter((warning) => warning !== null);
}

/** A fixed value for no fish can be worth more than a late place in a large field. */
function noFishBeatsPlace({ points }: Rules): string | null {
  const noFish = points?.noFish;
  if (!points?.place || points.place.first === "field" || typeof noFish !== "number") return null;
  for (let nth = 1; nth <= largeField; nth += 1) {
    const value = placeValue(points.place, { nth, field: largeField });
    if (value < noFish) {
      return `points.noFish is ${printPoints(noFish)}: more than a catch earns from place ${nth} on (${printPoints(value)}).`;
    }
  }
  return null;
}

const largeField = 200;
