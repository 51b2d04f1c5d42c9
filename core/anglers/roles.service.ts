import { authorize, type Role } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { Work } from "../work.ts";
import { AnglerRole } from "./angler-role.entity.ts";
import { Angler } from "./angler.entity.ts";
import type { ChangeRoles } from "./anglers.schemas.ts";
import { type AnglerFound, resolvePerson } from "./anglers.service.ts";

/** What someone may do for the club now, and what of it is new or gone. */
export interface RolesChanged {
  angler: AnglerFound;
  roles: Role[];
  granted: Role[];
  revoked: Role[];
}

/**
 * Gives an angler roles and takes others away; what they have or lack already changes nothing. The last admin stays
 * one: a club without any could be led from its own machine alone.
 */
export async function changeRoles(
  work: Work,
  { reference, grant, revoke }: ChangeRoles,
): Promise<RolesChanged> {
  authorize(work, "changeRoles", { roles: [] });
  const angler = await resolvePerson(work, { reference });
  if (revoke.includes("admin")) await refuseLastAdmin(work, { angler });
  const held = await work.em.find(AnglerRole, { angler: angler.id });
  const gone = held.filter(({ role }) => revoke.includes(role));
  const granted = grant.filter((role) => held.every((one) => one.role !== role));
  for (const one of gone) work.em.remove(one);
  for (const role of granted) {
    work.em.create(AnglerRole, { angler: work.em.getReference(Angler, angler.id), role });
  }
  await work.em.flush();
  const kept = held.filter((one) => !gone.includes(one)).map(({ role }) => role);
  return { angler, roles: [...kept, ...granted].toSorted(), granted, revoked: gone.map(({ role }) => role) };
}

/** Conflict where nobody else is admin. Whoever takes roles away comes one after the other. */
export async function refuseLastAdmin(work: Work, { angler }: { angler: AnglerFound }): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext('admins'))");
  const admins = await work.em.find(AnglerRole, { role: "admin" });
  if (admins.length === 0 || admins.some((one) => one.angler.id !== angler.id)) return;
  throw conflict(
    "last-admin",
    `${angler.name} is the only admin. Make someone else admin first: sabc member role NAME --grant admin.`,
  );
}
