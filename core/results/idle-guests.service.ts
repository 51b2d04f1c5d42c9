import { authorize } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { AnglerStatus } from "../membership/angler-status.entity.ts";
import type { Work } from "../work.ts";
import { findIdleGuests } from "./idle-guests.queries.ts";

/**
 * Forgets those of these anglers whom only a boat that was undone or said anew had made guests of; whoever stands
 * anywhere else in the club's books stays. The names of the forgotten.
 */
export async function forgetIdleGuests(
  work: Work,
  { anglerIds }: { anglerIds: readonly number[] },
): Promise<string[]> {
  if (anglerIds.length === 0) return [];
  authorize(work, "forgetIdleGuests", { roles: ["weighmaster"] });
  await work.em.flush();
  const ids = await findIdleGuests(work, { anglerIds });
  for (const status of await work.em.find(AnglerStatus, { angler: { $in: ids } })) work.em.remove(status);
  await work.em.flush();
  const anglers = await work.em.find(Angler, { id: { $in: ids } });
  for (const angler of anglers) work.em.remove(angler);
  await work.em.flush();
  return anglers.map(({ publicName }) => publicName);
}
