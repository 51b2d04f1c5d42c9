import { randomInt } from "node:crypto";

const minute = 60_000;

/** How long a code is good for. */
export const codeLives = 10 * minute;
/** Wrong codes before it is good for nothing. */
export const mostTries = 5;
/** How often a Discord account may ask within an hour, and a person is mailed a code within a day, whoever asks. */
export const mostAsked = { count: 5, within: 60 * minute } as const;
export const mostMailed = { count: 5, within: 24 * 60 * minute } as const;

/** Six digits, each as likely as any. */
export const drawCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

interface Asking {
  asked: number;
  askedSince: Date;
}

/**
 * How often an account has asked with this time, counted anew once the hour is over; null where that is too often, and
 * it may not before the hour that began with the first time is over.
 */
export function countAsking(before: Asking | null, now: Date): Asking | null {
  if (before === null || mayAskAgain(before) <= now) return { asked: 1, askedSince: now };
  return before.asked >= mostAsked.count ? null : { ...before, asked: before.asked + 1 };
}

export const mayAskAgain = ({ askedSince }: Asking): Date =>
  new Date(askedSince.getTime() + mostAsked.within);
