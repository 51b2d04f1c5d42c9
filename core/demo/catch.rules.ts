import type { Weight } from "../weight.ts";
import type { Chance } from "./chance.rules.ts";
import type { Mood } from "./waters.rules.ts";

interface Outing {
  /** 1 is usual. */
  skill: number;
  mood: Mood;
  chance: Chance;
  /** No fish is heavier; null: as the lake gives. */
  heaviest: Weight | null;
}

/** The keepers of one angler's day, heaviest first, each to the hundredth of a pound as scales show it. */
export function catchOf({ skill, mood, chance, heaviest }: Outing): Weight[] {
  const odds = Math.min(0.9, (usualCatch / bites) * skill * mood.bite);
  const caught = Array.from({ length: bites }, () => chance.happens(odds)).filter(Boolean);
  return caught
    .map(() => Math.min(fishOf(mood, chance), heaviest ?? Infinity))
    .toSorted((one, other) => other - one);
}

/** How many of the fish kept died before the scales: more in warm water. */
export const deadAmong = (fish: number, { month, chance }: { month: number; chance: Chance }): number =>
  Array.from({ length: fish }, () => chance.happens(month >= 6 && month <= 9 ? 0.035 : 0.01)).filter(Boolean)
    .length;

const bites = 11;
/** Fish over the minimum length in a day's fishing. */
const usualCatch = 3.4;

/**
 * One keeper: at least 14 inches, so 1.25 lb and up, most under three; some of three or four; and a trophy now and
 * then, of which only the smallest are common.
 */
function fishOf({ size, trophies }: Mood, chance: Chance): Weight {
  const luck = chance.next();
  const share = chance.next();
  const rare = 0.017 * trophies;
  if (luck < rare) return scaled(4.1 + 5.8 * share ** 4);
  if (luck < rare + 0.07 * size) return scaled(2.6 + 1.9 * share);
  return scaled(1.25 + 1.6 * size * share ** 2);
}

const scaled = (pounds: number): Weight => Math.round(pounds * 100) * 100;
