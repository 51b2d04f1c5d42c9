import type { Work } from "../work.ts";

/** How many have voted in a secret poll. */
export async function countRoll(work: Work, { poll }: { poll: number }): Promise<number> {
  const [row] = await work.em.execute<{ count: number }[]>(
    "select count(*)::int as count from roll where poll_id = ?",
    [poll],
  );
  return row?.count ?? 0;
}

/** The anglers on the roll of a secret poll, by name: that is all there is to their order. */
export async function findRoll(work: Work, { poll }: { poll: number }): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    "select a.id from roll r join angler a on a.id = r.angler_id where r.poll_id = ? order by lower(a.name), a.id",
    [poll],
  );
  return rows.map(({ id }) => id);
}

/**
 * Takes all answers of a secret poll out and puts them back in random order, under new ids, in this one transaction:
 * then neither their place in the table nor the transaction that wrote them tells whose they are. Their facts stay, so
 * there is nothing for recordChanges to tell.
 */
export async function shuffleSelections(work: Work, { poll }: { poll: number }): Promise<void> {
  await work.em.execute(
    `with taken as (
       delete from selection s using question q
       where q.id = s.question_id and q.poll_id = ? and s.receipt is not null
       returning s.question_id, s.option_id, s.receipt
     )
     insert into selection (question_id, option_id, receipt)
     select question_id, option_id, receipt from taken order by random()`,
    [poll],
  );
}
