import type { Work } from "../work.ts";

/** The polls whose time is over and that were not counted, the first to close first. */
export async function findDuePolls(work: Work): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    `select p.id from poll p
     left join tournament t on t.id = p.tournament_id
     left join event e on e.id = t.event_id
     where p.tallied_at is null and p.cancelled_at is null and e.cancelled_on is null
       and p.closes_at + interval '5 seconds' <= club_now()
     order by p.closes_at, p.id`,
  );
  return rows.map(({ id }) => id);
}

/** Holds a poll against every vote until this work ends; the votes under way are in by then. */
export async function lockPoll(work: Work, { poll }: { poll: number }): Promise<void> {
  await work.em.execute("select from poll where id = ? for update", [poll]);
}

/** Every answer in the box, a line each: question, option, and the receipt or the ballot. */
export async function findBox(work: Work, { poll }: { poll: number }): Promise<string[]> {
  const rows = await work.em.execute<{ line: string }[]>(
    `select concat_ws(' ', s.question_id, s.option_id, coalesce(s.receipt, s.ballot_id::text)) as line
     from selection s join question q on q.id = s.question_id
     where q.poll_id = ?`,
    [poll],
  );
  return rows.map(({ line }) => line);
}

/** Every answer in words, sorted by what it says, so that its place tells nothing. */
export function findAnswers(
  work: Work,
  { poll }: { poll: number },
): Promise<{ question: string; option: string; receipt: string | null }[]> {
  return work.em.execute(
    `select q.prompt as question, o.label as option, s.receipt
     from selection s join question q on q.id = s.question_id join option o on o.id = s.option_id
     where q.poll_id = ?
     order by q.position, o.position, s.receipt`,
    [poll],
  );
}
