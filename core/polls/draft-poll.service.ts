import { LockMode } from "@mikro-orm/core";
import { authorize } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { createPoll } from "./create-poll.service.ts";
import { PollDraft } from "./poll-draft.entity.ts";
import { Poll } from "./poll.entity.ts";
import type { CreatePoll } from "./polls.schemas.ts";
import { getPoll, type PollShown } from "./polls.service.ts";

/** Keeps a poll that was filled in until its officer has looked it over; for a day, and nobody votes on it. */
export async function keepPollDraft(work: Work, input: CreatePoll): Promise<{ draft: number }> {
  authorize(work, "keepPollDraft", { roles: [] });
  await work.em.nativeDelete(PollDraft, { madeAt: { $lt: work.now.minus({ day: 1 }).toJSDate() } });
  const draft = work.em.create(PollDraft, { input, poll: null });
  await work.em.flush();
  return { draft: draft.id };
}

/** Makes the poll of a draft, once: asked again it is the same poll. Not-found once the draft is forgotten. */
export async function createDraftedPoll(
  work: Work,
  { draft: id }: { draft: number },
): Promise<{ poll: PollShown; made: boolean }> {
  authorize(work, "createPoll", { roles: [] });
  const draft = await work.em.findOne(PollDraft, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (draft === null)
    throw notFound("poll-draft-gone", "This draft is older than a day and forgotten. Fill it in again.");
  if (draft.poll !== null) return { poll: await getPoll(work, { poll: draft.poll.id }), made: false };
  const poll = await createPoll(work, draft.input);
  draft.poll = work.em.getReference(Poll, poll.id);
  await work.em.flush();
  return { poll, made: true };
}
