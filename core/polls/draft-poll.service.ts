import { LockMode } from "@mikro-orm/core";
import { authorize } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { createPoll } from "./create-poll.service.ts";
import { type DraftedPoll, PollDraft } from "./poll-draft.entity.ts";
import { Poll } from "./poll.entity.ts";
import type { CreatePoll } from "./polls.schemas.ts";
import { getPoll, type PollShown } from "./polls.service.ts";
import { announcePosting } from "./posted-messages.service.ts";

/** Keeps a poll that was filled in until its officer has looked it over; for a day, and nobody votes on it. */
export async function keepPollDraft(work: Work, { poll }: { poll: CreatePoll }): Promise<{ draft: number }> {
  authorize(work, "keepPollDraft", { roles: [] });
  await work.em.nativeDelete(PollDraft, { madeAt: { $lt: work.now.minus({ day: 1 }).toJSDate() } });
  const draft = work.em.create(PollDraft, { input: { poll, channel: null }, poll: null });
  await work.em.flush();
  return { draft: draft.id };
}

/** Says in which channel of Discord the poll is to stand; what was filled in, once more. */
export async function chooseDraftChannel(
  work: Work,
  { draft: id, channel }: { draft: number; channel: string },
): Promise<DraftedPoll> {
  authorize(work, "chooseDraftChannel", { roles: [] });
  const draft = await holdDraft(work, id);
  draft.input = { ...draft.input, channel };
  await work.em.flush();
  return draft.input;
}

/** Makes the poll of a draft, once: asked again it is the same poll. Not-found once the draft is forgotten. */
export async function createDraftedPoll(
  work: Work,
  { draft: id }: { draft: number },
): Promise<{ poll: PollShown; made: boolean }> {
  authorize(work, "createPoll", { roles: [] });
  const draft = await holdDraft(work, id);
  if (draft.poll !== null) return { poll: await getPoll(work, { poll: draft.poll.id }), made: false };
  const { poll: input, channel } = draft.input;
  const poll = await createPoll(work, input);
  draft.poll = work.em.getReference(Poll, poll.id);
  await work.em.flush();
  if (channel !== null) await announcePosting(work, { poll: poll.id, kind: "poll", channel });
  return { poll, made: true };
}

async function holdDraft(work: Work, id: number): Promise<PollDraft> {
  const draft = await work.em.findOne(PollDraft, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (draft !== null) return draft;
  throw notFound("poll-draft-gone", "This draft is older than a day and forgotten. Fill it in again.");
}
