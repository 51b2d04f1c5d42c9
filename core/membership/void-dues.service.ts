import { authorize } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { DuesPayment } from "./dues-payment.entity.ts";
import type { VoidDues } from "./dues.schemas.ts";
import { lockAnglers } from "./membership.queries.ts";
import { type DuesRecorded, loadPayers, showPayment } from "./pay-dues.service.ts";

/**
 * Takes dues back that were never paid, were a slip or bounced: the payment stays with the reason and covers nothing
 * any more. A payment that is voided already is a conflict.
 */
export async function voidDues(work: Work, { payment: id, reason }: VoidDues): Promise<DuesRecorded> {
  authorize(work, "voidDues", { roles: ["treasurer"], reason });
  const payer = (await work.em.findOne(DuesPayment, id))?.angler.id;
  if (payer === undefined) {
    throw notFound(
      "dues-not-found",
      `There is no payment ${id} of dues. sabc member show lists a member's payments with their numbers.`,
    );
  }
  await lockAnglers(work, { anglerIds: [payer] });
  const row = await work.em.findOneOrFail(DuesPayment, id, { refresh: true });
  row.void({ at: work.now.toJSDate(), reason });
  await work.em.flush();
  return showPayment(work, { payer: (await loadPayers(work, [payer])).get(payer)!, row });
}
