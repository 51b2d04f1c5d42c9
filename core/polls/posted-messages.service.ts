import { authorize } from "../actor.ts";
import { findAdmins } from "../notices/announcements.queries.ts";
import { notify } from "../notices/notify.service.ts";
import type { Work } from "../work.ts";
import { listPlaceHistory, type PlaceHeld } from "./place-history.service.ts";
import { findPulse, findStandingIds } from "./posted.queries.ts";
import { findPolls } from "./poll-row.queries.ts";
import { Poll } from "./poll.entity.ts";
import { type PollShown, show } from "./polls.service.ts";
import { PostedMessage, type PostedKind } from "./posted-message.entity.ts";

export type { PostedKind } from "./posted-message.entity.ts";

/** What stands, or is on its way, in a channel of Discord. */
export interface Posted {
  id: number;
  kind: PostedKind;
  channel: string;
  message: string | null;
  drawn: string | null;
  reposts: number;
  /** An ISO instant: when the message was posted, or was said to be posted. */
  postedAt: string;
  lost: string | null;
}

/** A poll that belongs into a channel now, and what of it stands there. */
export interface PollStanding {
  poll: PollShown;
  posted: Posted[];
  /** Where the club was in that month before, while it is voted where to fish. */
  history: PlaceHeld[];
  /** Milliseconds since what members vote on was posted; 0 before. */
  age: number;
}

/** One of the polls that members should see in Discord: those begun, until a week after they are over. */
export async function findPollStanding(work: Work, { poll }: { poll: number }): Promise<PollStanding | null> {
  if (!(await findStandingIds(work)).includes(poll)) return null;
  const [row] = await findPolls(work, [poll]);
  if (row === undefined) return null;
  const posted = await work.em.find(PostedMessage, { poll });
  const begun = posted.find(({ kind }) => kind === "poll")?.postedAt.getTime() ?? work.now.toMillis();
  const shownPoll = await show(work, row);
  const { state, tournament } = shownPoll;
  const history = state === "open" && tournament !== null ? await listPlaceHistory(work, tournament) : [];
  return { poll: shownPoll, posted: posted.map(shown), history, age: work.now.toMillis() - begun };
}

/** The polls that members should see in Discord, each with what is another as soon as it may look otherwise. */
export const listPulse = (work: Work): Promise<{ poll: number; beat: string }[]> => findPulse(work);

/** Says that a message is about to be posted; whoever finds it said leaves it to who said it, and takes up its number. */
export async function announcePosting(
  work: Work,
  { poll, kind, channel }: { poll: number; kind: PostedKind; channel: string },
): Promise<Posted> {
  authorize(work, "announcePosting", { roles: [] });
  await work.em.upsertMany(PostedMessage, [{ poll, kind, channel }], {
    onConflictFields: ["poll", "kind"],
    onConflictAction: "ignore",
    disableIdentityMap: true,
  });
  return shown(await work.em.findOneOrFail(PostedMessage, { poll: work.em.getReference(Poll, poll), kind }));
}

/** What was drawn where. */
export async function settlePosting(
  work: Work,
  { id, message, drawn }: { id: number; message: string; drawn: string },
): Promise<void> {
  authorize(work, "settlePosting", { roles: [] });
  const posted = await work.em.findOneOrFail(PostedMessage, id);
  if (posted.message !== message) posted.postedAt = work.now.toJSDate();
  posted.message = message;
  posted.drawn = drawn;
  posted.lost = null;
}

const hour = 3_600_000;

/**
 * Somebody deleted a message. What members vote on is posted once more, unless it was so within the last hour; anything
 * else is given up. Whether it is given up.
 */
export async function missPosting(
  work: Work,
  { id, open }: { id: number; open: boolean },
): Promise<{ lost: boolean }> {
  authorize(work, "missPosting", { roles: [] });
  const posted = await work.em.findOneOrFail(PostedMessage, id);
  const fresh = work.now.toMillis() - posted.postedAt.getTime() < hour;
  const twice = posted.reposts > 0 && fresh;
  if (posted.kind === "poll" && open && !twice) {
    posted.message = null;
    posted.drawn = null;
    posted.reposts += 1;
    return { lost: false };
  }
  posted.lost = "message-gone";
  if (twice) await tellAdmins(work, { posted, failure: "the message was deleted twice within an hour" });
  return { lost: true };
}

/** A message cannot be posted or drawn any more, and why; where that is said in words, the admins are told. */
export async function losePosting(
  work: Work,
  { id, reason, failure }: { id: number; reason: string; failure?: string },
): Promise<void> {
  authorize(work, "losePosting", { roles: [] });
  const posted = await work.em.findOneOrFail(PostedMessage, id);
  posted.lost = reason;
  if (failure !== undefined) await tellAdmins(work, { posted, failure });
}

/** What was given up is to stand in another channel. */
export async function movePosting(
  work: Work,
  { id, channel }: { id: number; channel: string },
): Promise<Posted> {
  authorize(work, "movePosting", { roles: [] });
  const posted = await work.em.findOneOrFail(PostedMessage, id);
  work.em.assign(posted, { channel, message: null, drawn: null, lost: null });
  await work.em.flush();
  return shown(posted);
}

const names = {
  poll: "The poll",
  tie: "The tie of",
  result: "The result of",
  thread: "The talk about",
} as const;

/** Each message once for each channel it is lost in. */
async function tellAdmins(
  work: Work,
  { posted, failure }: { posted: PostedMessage; failure: string },
): Promise<void> {
  const { title } = await work.em.findOneOrFail(Poll, posted.poll.id);
  await notify(work, {
    purpose: "not-announced",
    occasion: `posting ${posted.id} in ${posted.channel} after ${posted.reposts}`,
    recipients: await findAdmins(work),
    facts: { what: `${names[posted.kind]} ${title}`, failure },
  });
}

const shown = ({ id, kind, channel, message, drawn, reposts, postedAt, lost }: PostedMessage): Posted => ({
  id,
  kind,
  channel,
  message,
  drawn,
  reposts,
  postedAt: postedAt.toISOString(),
  lost,
});
