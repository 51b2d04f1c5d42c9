import { AnglerAlias } from "../anglers/angler-alias.entity.ts";
import { AnglerRole } from "../anglers/angler-role.entity.ts";
import type { Work } from "../work.ts";
import { AnglerStatus } from "./angler-status.entity.ts";
import { DuesPayment } from "./dues-payment.entity.ts";
import { OfficerTerm } from "./officer-term.entity.ts";

type Anglers = { anglerIds: number[] } | "all";

/** The status rows of these anglers, by angler, oldest first. */
export async function findStatuses(work: Work, of: Anglers): Promise<Map<number, AnglerStatus[]>> {
  const rows = await work.em.find(AnglerStatus, whose(of), { orderBy: { from: "asc" } });
  return Map.groupBy(rows, ({ angler }) => angler.id);
}

/** The dues of these anglers, voided ones too, by angler, oldest first. */
export async function findDues(work: Work, of: Anglers): Promise<Map<number, DuesPayment[]>> {
  const rows = await work.em.find(DuesPayment, whose(of), { orderBy: { paidOn: "asc", id: "asc" } });
  return Map.groupBy(rows, ({ angler }) => angler.id);
}

/** Two officers with one payer: the second waits, and sees what the first took. */
export async function lockAnglers(work: Work, { anglerIds }: { anglerIds: number[] }): Promise<void> {
  await work.em.execute("select from angler where id = any(?::int[]) order by id for update", [
    `{${anglerIds.join(",")}}`,
  ]);
}

/** What else the club keeps of one angler. */
export async function findOffices(work: Work, { angler }: { angler: number }) {
  return {
    aliases: await work.em.find(AnglerAlias, { angler }, { orderBy: { name: "asc" } }),
    roles: await work.em.find(AnglerRole, { angler }, { orderBy: { role: "asc" } }),
    offices: await work.em.find(OfficerTerm, { angler }, { orderBy: { year: "desc", office: "asc" } }),
  };
}

const whose = (of: Anglers) => (of === "all" ? {} : { angler: { $in: of.anglerIds } });
