import type { ClubDate } from "../time.ts";
import { isMemberOn, type StatusRow } from "./status.rules.ts";

/** The days a payment covers, both included. */
export interface Span {
  coversFrom: ClubDate;
  coversTo: ClubDate;
}

interface Paying {
  paidOn: ClubDate;
  /** The year that is paid; usually the one it is paid in. */
  year: number;
  /** Joined in the year of the payment and never paid before. */
  newMember: boolean;
  /** The month (1–12) from which a new member's payment reaches through the next year; null: never. */
  newMembersCoverNextFrom: number | null;
}

/**
 * What a payment covers: 1 January to 31 December of its year; a new member's, from 1 October on, the day paid to
 * 31 December of the next year (bylaws, the October rule).
 */
export function coverageOf({ paidOn, year, newMember, newMembersCoverNextFrom }: Paying): Span {
  const inItsYear = Number(paidOn.slice(0, 4)) === year;
  const month = Number(paidOn.slice(5, 7));
  if (newMember && inItsYear && newMembersCoverNextFrom !== null && month >= newMembersCoverNextFrom) {
    return { coversFrom: paidOn, coversTo: `${year + 1}-12-31` };
  }
  return { coversFrom: `${year}-01-01`, coversTo: `${year}-12-31` };
}

interface Joining {
  joinedOn: ClubDate | null;
  statuses: readonly StatusRow[];
  payments: readonly { voidedAt: Date | null }[];
  paidOn: ClubDate;
}

/**
 * New: joined in the year of the payment, or is about to, and never paid before; a voided payment was none. Who
 * joined is known by the day kept of it, else by the first day as a member.
 */
export function isNewMember({ joinedOn, statuses, payments, paidOn }: Joining): boolean {
  if (payments.some(({ voidedAt }) => voidedAt === null)) return false;
  const first = statuses
    .filter(({ status }) => status === "member")
    .map(({ from }) => from)
    .toSorted()[0];
  const joined = joinedOn ?? first ?? paidOn;
  return joined.slice(0, 4) === paidOn.slice(0, 4);
}

/**
 * The last day up to which dues are paid without a gap, from what was covered up to today; in the past for who is
 * behind, null for who never paid. Voided payments do not count.
 */
export function paidThrough({
  payments,
  today,
}: {
  payments: (Span & { voidedAt: Date | null })[];
  today: ClubDate;
}): ClubDate | null {
  const spans = payments
    .filter(({ voidedAt }) => voidedAt === null)
    .toSorted((one, other) => one.coversFrom.localeCompare(other.coversFrom));
  let end: ClubDate | null = null;
  for (const { coversFrom, coversTo } of spans) {
    const joins = coversFrom <= today || (end !== null && coversFrom <= dayAfter(end));
    if (joins && (end === null || coversTo > end)) end = coversTo;
  }
  return end;
}

/** The first day someone is a member without having paid for it. */
export const owingSince = ({
  memberSince,
  paidThrough: paid,
}: {
  memberSince: ClubDate;
  paidThrough: ClubDate | null;
}): ClubDate => (paid === null || paid < memberSince ? memberSince : dayAfter(paid));

interface Standing {
  statuses: readonly StatusRow[];
  payments: { covers(day: ClubDate): boolean }[];
  today: ClubDate;
}

/** Current: a member today with a valid payment whose span holds today. No grace; only they vote. */
export const isCurrent = ({ statuses, payments, today }: Standing): boolean =>
  isMemberOn(statuses, today) && payments.some((payment) => payment.covers(today));

function dayAfter(day: ClubDate): ClubDate {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
