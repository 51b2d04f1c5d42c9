import { authorize } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { type AnglerFound, resolvePerson } from "../anglers/anglers.service.ts";
import { createAnglers } from "../anglers/new-anglers.service.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import { AnglerStatus, type Status } from "./angler-status.entity.ts";
import { findStatuses } from "./membership.queries.ts";
import type { NewMember, SetStatus } from "./membership.schemas.ts";
import { isMemberOn, statusOn, type StatusRow } from "./status.rules.ts";

/** What a change of status came to. */
export interface StatusSet extends StatusRow {
  angler: AnglerFound;
  /** What they were on that day; null before their first row. */
  before: Status | null;
  changed: boolean;
}

/** Adds one person: guest, applicant, member or former; see `addMembers`. */
export async function addMember(work: Work, member: NewMember): Promise<AnglerFound> {
  authorize(work, "addMember", permission([member]));
  const [added] = await addMembers(work, { members: [member] });
  if (added === undefined) throw new Error("a member was added and is not there");
  return added;
}

/**
 * Adds persons with their first status, in the order given, all or none; a weighmaster adds guests, an admin anyone.
 * Names, e-mails and aliases of others are conflicts, all of them told at once.
 */
export async function addMembers(work: Work, { members }: { members: NewMember[] }): Promise<AnglerFound[]> {
  authorize(work, "addMembers", permission(members));
  const added = await createAnglers(work, { anglers: members });
  added.forEach(({ id }, at) => {
    const { status, from, joinedOn } = members[at]!;
    const angler = work.em.getReference(Angler, id);
    work.em.create(AnglerStatus, { angler, status, from: from ?? joinedOn ?? work.today });
  });
  await work.em.flush();
  return added;
}

/**
 * Makes an angler guest, applicant, member or former from a day on, today if none is said. Past results stay: who was
 * a member that day is kept with them. What they are already changes nothing.
 */
export async function setStatus(work: Work, input: SetStatus): Promise<StatusSet> {
  const { reference, status, from = work.today, reason } = input;
  authorize(work, "setStatus", { roles: [], reason });
  const found = await resolvePerson(work, { reference });
  const rows = (await findStatuses(work, { anglerIds: [found.id] })).get(found.id) ?? [];
  const before = statusOn(rows, from);
  if (before === status) return { angler: found, status, from, before, changed: false };
  const angler = await work.em.findOneOrFail(Angler, found.id);
  const row = rows.find((one) => one.from === from);
  if (row === undefined) work.em.create(AnglerStatus, { angler, status, from });
  else row.status = status;
  if (status === "member") angler.joinedOn ??= from;
  await work.em.flush();
  return { angler: found, status, from, before, changed: true };
}

/** Who of these anglers is a member on a day, paid or not; one query. */
export async function memberFlags(
  work: Work,
  { anglerIds, date }: { anglerIds: number[]; date: ClubDate },
): Promise<Map<number, boolean>> {
  const histories = await statusHistories(work, { anglerIds });
  return new Map([...histories].map(([id, history]) => [id, isMemberOn(history, date)]));
}

/** The status rows of these anglers, oldest first, none for who has none: to ask `statusOn` for many days; one query. */
export async function statusHistories(
  work: Work,
  { anglerIds }: { anglerIds: number[] },
): Promise<Map<number, StatusRow[]>> {
  const rows = await findStatuses(work, { anglerIds });
  return new Map(
    anglerIds.map((id) => [id, (rows.get(id) ?? []).map(({ status, from }) => ({ status, from }))]),
  );
}

const permission = (members: NewMember[]): { roles: "weighmaster"[] } => ({
  roles: members.every(({ status }) => status === "guest") ? ["weighmaster"] : [],
});
