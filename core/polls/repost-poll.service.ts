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
  const posted = await work.em.findOne(PostedMessage, { poll: row.id, kind: "poll" });
  const shown = await show(work, row);
  if (posted === null) {
    if (channel === undefined)
      throw conflict("poll-never-posted", "The poll was not posted yet. Name the channel it is to stand in.");
    work.em.create(PostedMessage, {
      poll: work.em.getReference(Poll, row.id),
      kind: "poll",
      channel,
      message: null,
      drawn: null,
      lost: null,
    });
    await work.em.flush();
    return { poll: shown, before: null };
  }
  const before = posted.message === null ? null : { channel: posted.channel, message: posted.message };
  work.em.assign(posted, { message: null, drawn: null, lost: null, reposts: 0, ...(channel && { channel }) });
  await work.em.flush();
  return { poll: shown, before };
}
