import { isOfficer } from "../actor.ts";
import { conflict, forbidden } from "../errors.ts";
import type { Work } from "../work.ts";
import { resolvePoll } from "./polls.service.ts";
import { findAnswers } from "./tally.queries.ts";

/** One answer in the box; of a secret poll with the receipt by which its voter finds it. */
export interface AnswerExported {
  question: string;
  option: string;
  receipt: string | null;
}

/** Every answer of a counted poll, without whose it is and in no order of time: for members to count again. */
export async function exportPoll(
  work: Work,
  { poll }: { poll: string },
): Promise<{ poll: { id: number; title: string }; hash: string; answers: AnswerExported[] }> {
  if (!isOfficer(work.actor) && work.actor.anglerId === null)
    throw forbidden(
      "members-only",
      "The answers of a poll are for members of the club. Sign in as a member.",
    );
  const row = await resolvePoll(work, { reference: poll });
  if (row.talliedAt === null)
    throw conflict("poll-not-counted", "The poll is not counted yet; until then nobody sees its answers.");
  const answers = await findAnswers(work, { poll: row.id });
  return { poll: { id: row.id, title: row.title }, hash: row.resultHash ?? "", answers };
}
