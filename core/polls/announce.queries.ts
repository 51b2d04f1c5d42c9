import type { Work } from "../work.ts";

/** Whether anybody was told of this occasion already. */
export async function isAnnounced(
  work: Work,
  { purpose, occasion }: { purpose: string; occasion: string },
): Promise<boolean> {
  const found = await work.em.execute<object[]>(
    "select from notice where purpose = ? and occasion = ? limit 1",
    [purpose, occasion],
  );
  return found.length > 0;
}
