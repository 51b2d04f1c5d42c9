import { printPoints } from "../points.ts";
import { placeValue } from "./place-value.rules.ts";
import type { Rules } from "./rules.schemas.ts";

/** What is allowed in a rule document but rarely meant, in sentences for whoever sets it. */
export function ruleWarnings(rules: Rules): string[] {
  return [noFishBeatsPlace(rules), raceWithoutTieBreak(rules), guestsScoreUnseen(rules)].filter(
    (warning) => warning !== null,
  );
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

function raceWithoutTieBreak({ season }: Rules): string | null {
  if (season.races.length === 0 || season.order.length > 1) return null;
  return `season.order names only "${season.order[0]}": equal anglers share their place at the year's end.`;
}

function guestsScoreUnseen({ guests, points, season }: Rules): string | null {
  if (!points || guests.rank !== "score" || season.races.length === 0 || season.listed !== "member")
    return null;
  return 'guests.rank is "score", but season.listed is "member": guests earn points that no table shows.';
}

const largeField = 200;
