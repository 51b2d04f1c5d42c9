import { Angler } from "../anglers/angler.entity.ts";
import { Notice } from "../notices/notice.entity.ts";
import type { Work } from "../work.ts";

/** To the end of this work nobody else asks for, or tries, the code of this account. */
export async function lockAccount(work: Work, { account }: { account: string }): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext(?))", [
    `link ${account}`,
  ]);
}

/** Whose e-mail this is, whatever its case; locked, so that codes on their way to them are counted one by one. */
export async function lockHolder(work: Work, { email }: { email: string }): Promise<number | null> {
  const [found] = await work.em.execute<{ id: number }[]>(
    "select id from angler where lower(email) = lower(?) and erased_on is null for update",
    [email],
  );
  return found?.id ?? null;
}

/** How many codes were on their way to a person since a moment. */
export const countMailed = (
  work: Work,
  { recipient, since }: { recipient: number; since: Date },
): Promise<number> =>
  work.em.count(Notice, {
    purpose: "discord-code",
    recipient: work.em.getReference(Angler, recipient),
    madeAt: { $gt: since },
  });
