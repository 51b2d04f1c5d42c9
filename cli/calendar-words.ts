import type { EventCancelled } from "#core/tournaments/cancel.service.ts";
import type { EventRestored } from "#core/tournaments/restore.service.ts";
import { printDate, printTime } from "#core/time.ts";
import { UsageError } from "./errors.ts";
import { flagOf } from "./parameters.ts";

export const event = {
  argument: "an event: id, day, name, next, or a tournament's number 2026-03",
} as const;

/** `none` takes away what stands there; what was not typed stays. */
export const orNone = (text: string | undefined): string | null | undefined =>
  text?.trim().toLowerCase() === "none" ? null : text;

/** Refuses an edit of nothing, naming what may be said. */
export function mustSay(options: Record<string, string | undefined>): void {
  if (Object.values(options).some((text) => text !== undefined)) return;
  const flags = Object.keys(options).map(flagOf).join(", ");
  throw new UsageError("missing", `Missing: what changes: ${flags}.`);
}

/** `Sun 22 Mar 2026`, or `Sat 24 Oct 2026 – Sun 25 Oct 2026`. */
export const daysInWords = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string =>
  firstDay === lastDay ? printDate(firstDay) : `${printDate(firstDay)} – ${printDate(lastDay)}`;

/** `, 6:30 am – 3:00 pm`; nothing where no hour is known. */
export function hoursInWords({
  startsAt,
  endsAt,
}: {
  startsAt: string | null;
  endsAt: string | null;
}): string {
  if (startsAt !== null && endsAt !== null) return `, ${printTime(startsAt)} – ${printTime(endsAt)}`;
  if (startsAt !== null) return `, from ${printTime(startsAt)}`;
  return endsAt === null ? "" : `, until ${printTime(endsAt)}`;
}

/** Who hears of it; mail goes to those who have an address and want it. */
export function toldInWords(told: number): string {
  if (told === 0) return "Nobody is told: its days are over, or the club has no members yet.";
  return told === 1 ? "1 angler is told by mail." : `${told} anglers are told by mail.`;
}

export const reasonToldToAll = {
  option: "TEXT",
  about: "why; it is told to everybody and stands in the calendar",
} as const;

export const reasonToldAlong = {
  option: "TEXT",
  about: "why; it is told to everybody",
  optional: true,
} as const;

export const cancelledNotes = ({ event: { name, firstDay, lastDay }, told }: EventCancelled): string[] => [
  `${name} on ${daysInWords({ firstDay, lastDay })} is cancelled.`,
  toldInWords(told),
];

export const restoredNotes = ({ event, told, clashes }: EventRestored): string[] => [
  `${event.name} on ${daysInWords(event)} takes place after all.`,
  ...clashNotes(clashes),
  told > 0
    ? toldInWords(told)
    : "Nobody is told: its days are over, or nobody had heard that it is cancelled.",
];

/** What else is on its days, where something is. */
export const clashNotes = (clashes: readonly string[]): string[] =>
  clashes.length > 0 ? [`On the same days: ${clashes.join(", ")}.`] : [];
