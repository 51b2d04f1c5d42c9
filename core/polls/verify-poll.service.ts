import { isOfficer } from "../actor.ts";
import { conflict, forbidden } from "../errors.ts";
import type { Work } from "../work.ts";
import { resolvePoll } from "./polls.service.ts";
import { countNow, storedTallies } from "./show-poll.rules.ts";
import { findBox } from "./tally.queries.ts";
import { findRulings, hashBox } from "./tally.service.ts";

export interface PollVerified {
  poll: { id: number; title: string };
  ok: boolean;
  /** What does not agree, in words; none when all is well. */
  problems: string[];
  hash: string;
}

/** Counts a decided poll again from its answers and compares with what was stored at the close. */
export async function verifyPoll(work: Work, { poll }: { poll: string }): Promise<PollVerified> {
  if (!isOfficer(work.actor) && work.actor.anglerId === null)
    throw forbidden("members-only", "Polls are recounted by members and officers.");
  const row = await resolvePoll(work, { reference: poll });
  if (row.talliedAt === null) throw conflict("poll-not-counted", "The poll is not counted yet.");
  const hash = hashBox(await findBox(work, { poll: row.id }));
  const problems: string[] = [];
  if (hash !== row.resultHash) problems.push("The answers are not those that were counted.");
  const again = countNow(row, await findRulings(work, row));
  if (JSON.stringify(canonical(again)) !== JSON.stringify(canonical(storedTallies(row))))
    problems.push("The count is not what the answers come to.");
  return { poll: { id: row.id, title: row.title }, ok: problems.length === 0, problems, hash };
}

const canonical = (tallies: ReturnType<typeof storedTallies>) =>
  tallies.map(({ question, verdict, winner, tied, byRuling, ballots, options }) => [
    question,
    verdict,
    winner,
    tied,
    byRuling,
    ballots,
    options.map(({ option, votes, counts }) => [option, votes, counts]),
  ]);
