import type { Work } from "../work.ts";

/** Whether the club has a channel to say anything in. */
export async function hasChannel(work: Work): Promise<boolean> {
  const found = await work.em.execute<object[]>("select from club where discord_channels::text <> '{}'");
  return found.length > 0;
}

/** The admins, by id: who hears of what could not be said. */
export async function findAdmins(work: Work): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    "select angler_id as id from angler_role where role = 'admin' order by angler_id",
  );
  return rows.map(({ id }) => id);
}
