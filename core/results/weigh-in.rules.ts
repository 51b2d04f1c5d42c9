import type { EntryFacts } from "../tournaments/facts.rules.ts";

/** How many days a tournament is fished. */
export const daysOf = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }): number =>
  Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000) + 1;

/** Which of its days a date is, the nearest where it is none of them. */
export function dayAt(date: string, tournament: { firstDay: string; lastDay: string }): number {
  const day = daysOf({ firstDay: tournament.firstDay, lastDay: date });
  return Math.min(Math.max(day, 1), daysOf(tournament));
}

/** Whether a boat still has to come to the scales that day: it fished, and not all aboard have their bag. */
export function awaitsScales(
  { kind, outcome, crew, bags }: EntryFacts,
  { day, per }: { day: number; per: "angler" | "boat" },
): boolean {
  if (kind !== "boat" || outcome !== "fished") return false;
  const today = bags.filter((bag) => bag.day === day);
  if (per === "boat" || today.some(({ anglerId }) => anglerId === null)) return today.length === 0;
  const fishing = crew.filter((one) => (one.outcome ?? "fished") === "fished");
  return fishing.some((one) => !today.some(({ anglerId }) => anglerId === one.anglerId));
}

/** The number to offer: the lowest boat that still has to weigh that day, else the lowest that is free. */
export function boatToOffer(
  entries: readonly EntryFacts[],
  standing: { day: number; per: "angler" | "boat" },
): number {
  const waiting = entries.filter((entry) => entry.boatNumber !== null && awaitsScales(entry, standing));
  const lowest = Math.min(...waiting.map(({ boatNumber }) => boatNumber!));
  return Number.isFinite(lowest) ? lowest : nextBoat(entries);
}

/** The lowest number that no boat has. */
export function nextBoat(entries: readonly EntryFacts[]): number {
  const taken = new Set(entries.map(({ boatNumber }) => boatNumber));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}

/** The next place in the weigh-in line. */
export const nextOrder = (entries: readonly EntryFacts[]): number =>
  1 + Math.max(0, ...entries.map(({ weighInOrder }) => weighInOrder ?? 0));

/** As they came to the scales; boats without a place in the line before them, by id. */
export const inLine = (entries: readonly EntryFacts[]): EntryFacts[] =>
  entries.toSorted((one, other) => (one.weighInOrder ?? 0) - (other.weighInOrder ?? 0) || one.id - other.id);
