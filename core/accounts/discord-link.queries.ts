import type { Role } from "../actor.ts";
import { askPrepared } from "../prepared.ts";
import type { Work } from "../work.ts";

/** The angler whose Discord account it is, with their roles; one query, light enough for every press. */
export async function findHolder(
  work: Work,
  { account }: { account: string },
): Promise<{ id: number; name: string; roles: Role[] } | null> {
  const [holder] = await askPrepared<{ id: number; name: string; roles: Role[] }>(
    work,
    `select a.id, a.name,
            coalesce((select json_agg(r.role order by r.id) from angler_role r where r.angler_id = a.id), '[]') as roles
     from discord_link l join angler a on a.id = l.angler_id
     where l.account = ?`,
    [account],
  );
  return holder ?? null;
}
