import type { Work } from "../work.ts";

/** The public names of these anglers. */
export function findPublicNames(
  work: Work,
  anglerIds: readonly number[],
): Promise<{ id: number; name: string }[]> {
  return work.em.execute<{ id: number; name: string }[]>(
    "select id, public_name as name from angler where id = any(?::int[])",
    [`{${anglerIds.join(",")}}`],
  );
}
