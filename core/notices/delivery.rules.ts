/** Minutes to wait after each failure; after the one behind the last, an officer decides. */
const waits = [1, 5, 30, 120, 360] as const;
export const mostTries: number = waits.length + 1;

const minute = 60_000;
/** Longer than any mail takes: a try that died is taken up again then. */
const lease = 5 * minute;

/** Until when a try that began keeps others from the same notice. */
export const leaseUntil = (now: Date): Date => new Date(now.getTime() + lease);

/** Discord knows a repeated message for the same for five minutes; a post that died is taken up well before. */
export const announcementLeaseUntil = (now: Date): Date => new Date(now.getTime() + minute);

const newsAge = 2 * 24 * 60 * minute;

/** Whether what happened then is too long ago to be announced now. */
export const isOldNews = (then: Date, now: Date): boolean => now.getTime() - then.getTime() > newsAge;

/** When to try again after so many failures; null: no more. */
export function nextTry(failures: number, now: Date): Date | null {
  const wait = waits[failures - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * minute);
}

interface Recipient {
  email: string | null;
  erased: boolean;
  /** Whether they want the category; null: the purpose has none. */
  wanted: boolean | null;
  /** What it says is over. */
  late: boolean;
}

export const tooLate = "too late: what it says is over";

/** Why this person is not mailed at all; null: they are. */
export function whyWithheld({ email, erased, wanted, late }: Recipient): string | null {
  if (erased) return "the person was erased";
  if (late) return tooLate;
  if (wanted === false) return "they do not want such mail";
  return email === null ? "there is no address" : null;
}
