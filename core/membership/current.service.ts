import { Angler } from "../anglers/angler.entity.ts";
import { conflict } from "../errors.ts";
import { type ClubDate, printDate } from "../time.ts";
import type { Work } from "../work.ts";
import { isCurrent, paidThrough } from "./dues.rules.ts";
import { findDues, findStatuses } from "./membership.queries.ts";
import { isMemberOn } from "./status.rules.ts";

/** The members current today, by id: those who may vote. */
export async function findCurrentMembers(work: Work, _: object = {}): Promise<Set<number>> {
  const statuses = await findStatuses(work, "all");
  const dues = await findDues(work, "all");
  return new Set(
    [...statuses].flatMap(([id, rows]) =>
      isCurrent({ statuses: rows, payments: dues.get(id) ?? [], today: work.today }) ? [id] : [],
    ),
  );
}

/** How many members are current today. */
export const countCurrentMembers = async (work: Work, _: object = {}): Promise<number> =>
  (await findCurrentMembers(work)).size;

/** Refuses who is no current member: no member today, or without dues that hold today; no grace. */
export async function mustBeCurrent(work: Work, { anglerId }: { anglerId: number }): Promise<void> {
  const statuses = (await findStatuses(work, { anglerIds: [anglerId] })).get(anglerId) ?? [];
  const payments = (await findDues(work, { anglerIds: [anglerId] })).get(anglerId) ?? [];
  const { today } = work;
  if (isCurrent({ statuses, payments, today })) return;
  const { publicName } = await work.em.findOneOrFail(Angler, anglerId);
  if (!isMemberOn(statuses, today))
    throw conflict("not-a-member", `${publicName} is not a member of the club today. Only members vote.`);
  throw ranOut(publicName, paidThrough({ payments, today }));
}

const ranOut = (name: string, through: ClubDate | null) =>
  through === null
    ? conflict(
        "dues-not-paid",
        `${name} has not paid dues yet. Only members with dues paid vote; the treasurer takes them.`,
      )
    : conflict(
        "dues-ran-out",
        `The dues of ${name} ran out on ${printDate(through)}. Only members with dues paid vote; the treasurer takes them.`,
        { paidThrough: through },
      );
