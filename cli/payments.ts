import { printMoney } from "#core/money.ts";
import type { PaymentShown } from "#core/results/entry-payment.service.ts";
import { names } from "./exact.ts";

/** What was typed for whose fee it is: a bare number is a boat's, anything else an angler. */
export const payerOf = (typed: string): { boat: number } | { angler: string } =>
  /^\d+$/.test(typed) ? { boat: Number(typed) } : { angler: typed };

/** What was taken, and what is still open. */
export function paymentWords(payment: PaymentShown): string[] {
  const { id, cents, method, tournament, unpaid } = payment;
  return [
    `Took ${printMoney(cents)} (${method}) for ${whose(payment)}, ${tournament.name}: payment ${id}.`,
    unpaid > 0 ? `${printMoney(unpaid)} are open still.` : "Nothing is open.",
  ];
}

const whose = ({ boatNumber, crew }: PaymentShown): string =>
  boatNumber === null ? names(crew) : `boat ${boatNumber} (${names(crew)})`;
