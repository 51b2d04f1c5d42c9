import { LockMode } from "@mikro-orm/core";
import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { Work } from "../work.ts";
import { Poll } from "./poll.entity.ts";
import { type PollShown, resolvePoll, show } from "./polls.service.ts";
import { PostedMessage } from "./posted-message.entity.ts";

/**
 * Has a poll's message posted again, in another channel where one is named: the one that stands is left behind, and what
 * was given up is taken up. Refused where it was never posted and no channel is named.
 */
export async function repostPoll(
  work: Work,
  { poll: reference, channel }: { poll: string; channel?: string },
): Promise<{ poll: PollShown; before: { channel: string; message: string } | null }> {
  authorize(work, "repostPoll", { roles: [] });
  const row = await resolvePoll(work, { reference });
  const posted = await work.em.findOne(
    PostedMessage,
    { poll: row.id, kind: "poll" },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const shown = await show(work, row);
  const where = channel ?? posted?.channel;
  if (where === undefined)
    throw conflict("poll-never-posted", "The poll was not posted yet. Name the channel it is to stand in.");
  if (posted !== null) {
    // Another row, not the same one anew: whoever is drawing the old message must not write it down as this one.
    work.em.remove(posted);
    await work.em.flush();
  }
  work.em.create(PostedMessage, {
    poll: work.em.getReference(Poll, row.id),
    kind: "poll",
    channel: where,
    message: null,
    drawn: null,
    lost: null,
  });
  await work.em.flush();
  const message = posted?.message ?? null;
  return { poll: shown, before: message === null ? null : { channel: posted!.channel, message } };
}
