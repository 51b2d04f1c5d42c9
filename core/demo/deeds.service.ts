import type { Work } from "../work.ts";

/**
 * Does one thing the officers would have done by itself: under its own verb in the audit record, and with nothing in
 * hand from before.
 */
export async function ownDeed<T>(work: Work, verb: () => Promise<T>): Promise<T> {
  const { deed } = work;
  await work.em.flush();
  work.em.clear();
  work.deed = null;
  const outcome = await verb();
  await work.em.flush();
  work.deed = deed;
  return outcome;
}
