import { Angler } from "../anglers/angler.entity.ts";
import { conflict } from "../errors.ts";
import { type ClubDate, printDate } from "../time.ts";
import type { Work } from "../work.ts";
import { findStandings, type StandingRow } from "./current.queries.ts";
import { isCurrent, paidThrough } from "./dues.rules.ts";
import { findDues, findStatuses } from "./membership.queries.ts";
import { isMemberOn } from "./status.rules.ts";

/** The members current today, by id: those who may vote. */
export async function findCurrentMembers(work: Work, _: object = {}): Promise<Set<number>> {
  const standings = await findStandings(work);
  return new Set(standings.filter((standing) => isCurrentNow(work, standing)).map(({ id }) => id));
}

/** How many members are current today. */
export const countCurrentMembers = async (work: Work, _: object = {}): Promise<number> =>
  (await findCurrentMembers(work)).size;

/** Refuses who is no current member: no member today, or without dues that hold today; no grace. */
export async function mustBeCurrent(work: Work, { anglerId }: { anglerId: number }): Promise<void> {
  const [standing = null] = await findStandings(work, { anglerId });
  await mustStandCurrent(work, { anglerId, standing });
}

/** The same where it was found already how they stand; null for who never had a status. */
export async function mustStandCurrent(
  work: Work,
  { anglerId, standing }: { anglerId: number; standing: StandingRow | null },
): Promise<void> {
  if (standing !== null && isCurrentNow(work, standing)) return;
  const statuses = (await findStatuses(work, { anglerIds: [anglerId] })).get(anglerId) ?? [];
  const payments = (await findDues(work, { anglerIds: [anglerId] })).get(anglerId) ?? [];
  const { today } = work;
  const { publicName } = await work.em.findOneOrFail(Angler, anglerId);
  if (!isMemberOn(statuses, today))
    throw conflict("not-a-member", `${publicName} is not a member of the club today. Only members vote.`);
  throw ranOut(publicName, paidThrough({ payments, today }));
}

const isCurrentNow = ({ today }: Work, { statuses, covered }: StandingRow): boolean =>
  isCurrent({
    statuses,
    payments: covered.map(([from, to]) => ({ covers: (day: ClubDate) => from <= day && day <= to })),
    today,
  });

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
