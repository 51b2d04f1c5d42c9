import { authorize } from "../actor.ts";
import { AnglerRole } from "../anglers/angler-role.entity.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { type AnglerFound, resolveAngler, resolveAnglers } from "../anglers/anglers.service.ts";
import { conflict } from "../errors.ts";
import type { Work } from "../work.ts";
import type { FirstOfficer } from "./membership.schemas.ts";
import { addMember, setStatus } from "./membership.service.ts";
import { OfficerTerm } from "./officer-term.entity.ts";

/** The anglers with the role admin, by id; the first is made by `sabc init`. */
export async function listAdmins(work: Work, _: object = {}): Promise<AnglerFound[]> {
  const roles = await work.em.find(
    AnglerRole,
    { role: "admin" },
    { populate: ["angler"], orderBy: { angler: "asc" } },
  );
  return roles.map(({ angler: { id, name, publicName } }) => ({ id, name, publicName }));
}

/**
 * Makes someone the club's first admin: a member from today if they are none, on request this year's president too.
 * Again changes nothing; a conflict once another is admin.
 */
export async function appointFirstOfficer(
  work: Work,
  { name, email, president }: FirstOfficer,
): Promise<{ officer: AnglerFound; changed: boolean }> {
  authorize(work, "appointFirstOfficer", { roles: [] });
  const admins = await listAdmins(work);
  const known = await findPerson(work, { name, email });
  if (admins.length > 0 && !admins.some(({ id }) => id === known?.id)) {
    throw conflict(
      "club-has-an-admin",
      `The club has an admin already: ${admins.map((admin) => admin.name).join(", ")}. An admin gives roles to others.`,
    );
  }
  const made = admins.length > 0 ? false : await admit(work, { known, name, email });
  const officer = known ?? (await resolveAngler(work, { reference: email ?? name }));
  const elected = president === true && (await elect(work, officer));
  await work.em.flush();
  return { officer, changed: made || elected };
}

/** A member, with the address where none was known, and admin. */
async function admit(
  work: Work,
  { known, name, email }: Omit<FirstOfficer, "president"> & { known: AnglerFound | null },
): Promise<true> {
  const { id } = known ?? (await addMember(work, { name, status: "member", ...(email ? { email } : {}) }));
  await setStatus(work, { reference: String(id), status: "member" });
  const angler = await work.em.findOneOrFail(Angler, id);
  angler.email ??= email ?? null;
  work.em.create(AnglerRole, { angler, role: "admin" });
  await work.em.flush();
  return true;
}

/** The one of this name, or null; whose address it is must be the same. */
async function findPerson(
  work: Work,
  { name, email }: Pick<FirstOfficer, "name" | "email">,
): Promise<AnglerFound | null> {
  const references = email === undefined ? [name] : [name, email];
  const { found, ambiguous } = await resolveAnglers(work, { references });
  const holder = email === undefined ? undefined : found.get(email);
  const named = found.get(name) ?? ambiguous.get(name)?.find(({ id }) => id === holder?.id);
  if (named === undefined && ambiguous.has(name)) return resolveAngler(work, { reference: name });
  if (holder !== undefined && holder.id !== named?.id) {
    throw conflict("officer-email-taken", `${email} is the address of ${holder.name}, not of ${name}.`);
  }
  if (named === undefined || email === undefined || holder !== undefined) return named ?? null;
  const { email: other } = await work.em.findOneOrFail(Angler, named.id);
  if (other === null) return named;
  throw conflict("officer-email-differs", `${named.name} has another e-mail address. Leave the address out.`);
}

async function elect(work: Work, { id }: AnglerFound): Promise<boolean> {
  const year = Number(work.today.slice(0, 4));
  const term = await work.em.findOne(OfficerTerm, { office: "president", year }, { populate: ["angler"] });
  if (term === null) work.em.create(OfficerTerm, { angler: id, office: "president", year });
  else if (term.angler.id !== id) {
    throw conflict("president-elected", `The president of ${year} is ${term.angler.name}.`);
  }
  return term === null;
}
