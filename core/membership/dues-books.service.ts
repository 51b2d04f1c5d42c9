import { DateTime } from "luxon";
import type { Work } from "../work.ts";
import type { DuesPayment } from "./dues-payment.entity.ts";
import type { DuesKept } from "./known-dues.rules.ts";
import { findDues } from "./membership.queries.ts";

/** What the books have of these anglers, voided payments too; one query. */
export async function booksOfAll(
  work: Work,
  { anglerIds }: { anglerIds: number[] },
): Promise<(anglerId: number) => DuesKept[]> {
  const dues = await findDues(work, { anglerIds });
  return (anglerId) => (dues.get(anglerId) ?? []).map((payment) => keptDues(work, payment));
}

/** A payment of the books with the club's day on which it was voided. */
export function keptDues({ now }: Work, payment: DuesPayment): DuesKept {
  const { id, cents, method, paidOn, coversFrom, coversTo, voidedAt } = payment;
  const voidedOn = voidedAt && DateTime.fromJSDate(voidedAt, { zone: now.zoneName }).toFormat("yyyy-MM-dd");
  return { id, cents, method, paidOn, coversFrom, coversTo, voidedOn };
}
