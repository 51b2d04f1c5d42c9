import { authorize, type Role } from "../actor.ts";
import { AnglerRole } from "../anglers/angler-role.entity.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { findMatches, waitForOthersWhoAdd } from "../anglers/anglers.queries.ts";
import { type AnglerFound, resolvePerson } from "../anglers/anglers.service.ts";
import { conflict, invalid } from "../errors.ts";
import type { Work } from "../work.ts";
import type { EditMember } from "./membership.schemas.ts";
import { setStatus, type StatusSet } from "./membership.service.ts";

const fields = ["name", "publicName", "email", "phone", "joinedOn"] as const;

/** One value of a person that is another one now. */
export interface FieldEdited {
  field: (typeof fields)[number];
  before: string | null;
  after: string | null;
}

/** What putting a person's record right came to; nothing where all was so already. */
export interface MemberEdited {
  angler: AnglerFound;
  fields: FieldEdited[];
  /** Null where the status was not spoken of. */
  status: StatusSet | null;
  /** What they may do for the club: who leaves may have to give it back. */
  roles: Role[];
}

/**
 * Puts a person's names, contact and first day right, and sets what they are to the club from a day on. Null takes a
 * value away. The public name follows the name where both were the same. A name or address of someone else is a
 * conflict that names them.
 */
export async function editMember(work: Work, input: EditMember): Promise<MemberEdited> {
  const { reference, status, from, reason, sameName, ...said } = input;
  authorize(work, "editMember", { roles: [], reason });
  if (status === undefined && Object.values(said).every((value) => value === undefined)) {
    throw invalid(
      "nothing-to-change",
      "Nothing was said to change. Give --name, --email, --status or another.",
    );
  }
  const { id } = await resolvePerson(work, { reference });
  await waitForOthersWhoAdd(work);
  const angler = await work.em.findOneOrFail(Angler, id);
  if (sameName !== true) await refuseSecondOfName(work, { id, names: [said.name, said.publicName] });
  await refuseSecondAtAddress(work, { id, email: said.email });
  const before = valuesOf(angler);
  if (said.name !== undefined) angler.rename(said.name);
  if (said.publicName !== undefined) angler.publicName = said.publicName ?? angler.name;
  if (said.email !== undefined) angler.email = said.email;
  if (said.phone !== undefined) angler.phone = said.phone;
  if (said.joinedOn !== undefined) angler.joinedOn = said.joinedOn;
  await work.em.flush();
  const after = valuesOf(angler);
  const set = status && (await setStatus(work, { reference: String(id), status, from }));
  const { name, publicName } = angler;
  return {
    angler: { id, name, publicName },
    fields: fields
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, before: before[field], after: after[field] })),
    status: set ?? null,
    roles: (await work.em.find(AnglerRole, { angler: id })).map(({ role }) => role).toSorted(),
  };
}

const valuesOf = ({ name, publicName, email, phone, joinedOn }: Angler) => ({
  name,
  publicName,
  email,
  phone,
  joinedOn,
});

async function refuseSecondOfName(
  work: Work,
  { id, names }: { id: number; names: (string | null | undefined)[] },
): Promise<void> {
  const texts = names.filter((name) => typeof name === "string");
  const holder = (await findMatches(work, { texts })).find((match) => match.id !== id);
  if (holder === undefined) return;
  throw conflict(
    "angler-name-taken",
    `${holder.asked} is a name of ${holder.name} (angler ${holder.id}). If this is another person of that name, say --same-name; if it is the same person, merge the two.`,
  );
}

/** Mail to one address would reach two people: the second is kept without it. */
async function refuseSecondAtAddress(
  work: Work,
  { id, email }: { id: number; email: string | null | undefined },
): Promise<void> {
  if (typeof email !== "string") return;
  const matches = await findMatches(work, { texts: [email] });
  const holder = matches.find((match) => match.via === "e-mail" && match.id !== id);
  if (holder === undefined) return;
  throw conflict(
    "angler-email-taken",
    `${email} is the e-mail of ${holder.name} (angler ${holder.id}). A second person at one address is kept without it; if it is the same person, merge the two.`,
  );
}
