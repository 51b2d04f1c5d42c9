import { isMemberOn } from "../membership/status.rules.ts";
import { coverageOf, type Span } from "../membership/dues.rules.ts";
import { addDays, type ClubDate } from "../time.ts";
import { chanceOf } from "./chance.rules.ts";
import type { DemoPerson } from "./people.rules.ts";

/** A year's dues of one member. */
export interface DemoPayment extends Span {
  angler: string;
  cents: number;
  method: "cash" | "venmo" | "check" | "waived";
  paidOn: ClubDate;
  voided: { on: ClubDate; reason: string } | null;
}

/** The dues that were paid up to a day: most in January, some late, some not yet; one check did not clear. */
export function demoPayments({
  people,
  firstYear,
  today,
}: {
  people: readonly DemoPerson[];
  firstYear: number;
  today: ClubDate;
}): DemoPayment[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, at) => firstYear + at);
  return people
    .flatMap((person) =>
      years.flatMap((year) => paymentsOf(person, { year, nth: year - firstYear, thisYear })),
    )
    .filter(({ paidOn }) => paidOn <= today)
    .toSorted((one, other) => (one.paidOn < other.paidOn ? -1 : one.paidOn > other.paidOn ? 1 : 0));
}

const dues = 2_500;
const honorary = "Otto Krueger";
const bounced = "Dusty Caldwell";

function paymentsOf(
  { name, statuses, joinedOn }: DemoPerson,
  { year, nth, thisYear }: { year: number; nth: number; thisYear: number },
): DemoPayment[] {
  const chance = chanceOf(`dues ${name} ${nth}`);
  const usualDay = addDays(`${year}-01-05`, Math.floor(chance.between(0, chance.happens(0.85) ? 22 : 75)));
  const newMember = joinedOn?.startsWith(String(year)) ?? false;
  const paidOn = newMember ? joinedOn! : usualDay;
  const paidBefore =
    joinedOn?.startsWith(String(year - 1)) && Number(joinedOn.slice(5, 7)) >= newCoverNextFrom;
  const owing = year === thisYear && !newMember && owes.includes(name);
  if (!isMemberOn(statuses, paidOn) || paidBefore || owing) return [];
  const span = coverageOf({ paidOn, year, newMember, newMembersCoverNextFrom: newCoverNextFrom });
  const method = chance.among(["cash", "venmo", "venmo", "check"] as const);
  const payment: DemoPayment = { angler: name, cents: dues, method, paidOn, ...span, voided: null };
  if (name === honorary) return [{ ...payment, cents: 0, method: "waived" }];
  if (name !== bounced || nth !== 1) return [payment];
  const voided = { on: addDays(paidOn, 9), reason: "The check did not clear." };
  return [
    { ...payment, method: "check", voided },
    { ...payment, method: "cash", paidOn: addDays(paidOn, 16) },
  ];
}

/** The month from which a new member's dues reach through the next year. */
const newCoverNextFrom = 10;

const owes = ["Cody Ramsauer", "Isabel Zamora", "Gus Kowalski"];
