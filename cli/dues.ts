import { printMoney } from "#core/money.ts";
import type { DuesRecorded } from "#core/membership/pay-dues.service.ts";
import { dollars } from "./exact.ts";

/** A payment of dues as scripts rely on it. */
export function duesJson({ id, angler, cents, method, ...rest }: DuesRecorded): object {
  return { id, angler, amount: dollars(cents), method, ...rest };
}

/** What was paid, what it covers, and how its payer stands. */
export function duesWords(payment: DuesRecorded): string[] {
  const { id, angler, cents, method, coversFrom, coversTo } = payment;
  const what = method === "waived" ? "Waived the dues" : `Took ${printMoney(cents)} (${method})`;
  return [
    `${what} of ${angler.name}: payment ${id}, covers ${coversFrom} to ${coversTo}.`,
    ...standingWords(payment),
  ];
}

/** Until when someone has paid, and what they are short of to vote. */
export function standingWords({ angler: { name }, status, paidThrough, current }: DuesRecorded): string[] {
  const paid = paidThrough === null ? `${name} has not paid yet` : `${name} has paid through ${paidThrough}`;
  if (status === "member") return [`${paid}${current ? "" : "; today is not covered"}.`];
  const is =
    status === null
      ? "is not on the roster"
      : { applicant: "is an applicant", guest: "is a guest", former: "is a former member" }[status];
  return [`${paid}, but ${is}: dues alone make nobody a member.`];
}
