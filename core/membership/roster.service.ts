import { isOfficer, type Role } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { resolveAngler, resolveAnglers } from "../anglers/anglers.service.ts";
import { forbidden } from "../errors.ts";
import type { Cents } from "../money.ts";
import type { Work } from "../work.ts";
import type { AnglerStatus, Status } from "./angler-status.entity.ts";
import type { DuesMethod, DuesPayment } from "./dues-payment.entity.ts";
import { isCurrent, paidThrough } from "./dues.rules.ts";
import { findDues, findOffices, findStatuses } from "./membership.queries.ts";
import type { ListMembers } from "./membership.schemas.ts";
import { isMemberOn, type StatusRow, statusRowOn } from "./status.rules.ts";

/** One line of the roster. */
export interface MemberRow {
  id: number;
  name: string;
  publicName: string;
  email: string | null;
  phone: string | null;
  joinedOn: string | null;
  /** Today's status and the day it began; null before the first. */
  status: Status | null;
  since: string | null;
  /** The last day paid for without a gap; null who never paid. */
  paidThrough: string | null;
  /** A member whose dues cover today. */
  current: boolean;
}

/** All that the club keeps of one person. */
export interface MemberShown extends MemberRow {
  aliases: string[];
  roles: Role[];
  offices: { office: string; year: number }[];
  statuses: StatusRow[];
  dues: DuesShown[];
  /** The day everything personal was erased; null as a rule. */
  erasedOn: string | null;
}

export interface DuesShown {
  id: number;
  cents: Cents;
  method: DuesMethod;
  paidOn: string;
  coversFrom: string;
  coversTo: string;
  /** Why it is not the season's amount. */
  note: string | null;
  voided: { at: string; reason: string } | null;
}

/** Everyone the club knows and has not erased, or those of one status today, by name; for members and officers. */
export async function listMembers(work: Work, { status }: ListMembers): Promise<MemberRow[]> {
  if (!(await mayReadRoster(work))) throw refusal();
  const anglers = await work.em.find(Angler, { erasedOn: null });
  const statuses = await findStatuses(work, "all");
  const dues = await findDues(work, "all");
  return anglers
    .map((angler) =>
      describe(work, { angler, statuses: statuses.get(angler.id) ?? [], dues: dues.get(angler.id) ?? [] }),
    )
    .filter((row) => status === undefined || row.status === status)
    .toSorted((one, other) => byName.compare(one.name, other.name) || one.id - other.id);
}

/** All that the club keeps of one person; for members and officers, and for the person. */
export async function showMember(work: Work, { reference }: { reference: string }): Promise<MemberShown> {
  const id = await findReadable(work, { reference });
  const angler = await work.em.findOneOrFail(Angler, id);
  const statuses = (await findStatuses(work, { anglerIds: [id] })).get(id) ?? [];
  const dues = (await findDues(work, { anglerIds: [id] })).get(id) ?? [];
  const { aliases, roles, offices } = await findOffices(work, { angler: id });
  return {
    ...describe(work, { angler, statuses, dues }),
    aliases: aliases.map(({ name }) => name),
    roles: roles.map(({ role }) => role),
    offices: offices.map(({ office, year }) => ({ office, year })),
    statuses: statuses.map(({ status, from }) => ({ status, from })),
    dues: dues.map(showDues),
    erasedOn: angler.erasedOn,
  };
}

/** Strangers are not even told whether someone is known here. */
async function findReadable(work: Work, { reference }: { reference: string }): Promise<number> {
  if (await mayReadRoster(work)) return (await resolveAngler(work, { reference })).id;
  const own = work.actor.anglerId;
  const { found } = await resolveAnglers(work, { references: [reference] });
  if (own === null || found.get(reference)?.id !== own) throw refusal();
  return own;
}

/** Contact details are for signed-in members and officers only. */
async function mayReadRoster(work: Work): Promise<boolean> {
  const { actor, today } = work;
  if (isOfficer(actor)) return true;
  if (actor.anglerId === null) return false;
  const mine = await findStatuses(work, { anglerIds: [actor.anglerId] });
  return isMemberOn(mine.get(actor.anglerId) ?? [], today);
}

const refusal = () =>
  forbidden("members-only", "The roster is for members of the club. Sign in as a member.");

interface Person {
  angler: Angler;
  statuses: AnglerStatus[];
  dues: DuesPayment[];
}

function describe({ today }: Work, { angler, statuses, dues }: Person): MemberRow {
  const { id, name, publicName, email, phone, joinedOn } = angler;
  const now = statusRowOn(statuses, today);
  return {
    id,
    name,
    publicName,
    email,
    phone,
    joinedOn,
    status: now?.status ?? null,
    since: now?.from ?? null,
    paidThrough: paidThrough({ payments: dues, today }),
    current: isCurrent({ statuses, payments: dues, today }),
  };
}

export const showDues = ({
  id,
  cents,
  method,
  paidOn,
  coversFrom,
  coversTo,
  note,
  ...rest
}: DuesPayment): DuesShown => ({
  id,
  cents,
  method,
  paidOn,
  coversFrom,
  coversTo,
  note,
  voided: rest.voidedAt && { at: rest.voidedAt.toISOString(), reason: rest.voidReason ?? "" },
});

const byName = new Intl.Collator("en");
