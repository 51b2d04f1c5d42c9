import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import { getSeasonRules } from "../seasons/seasons.service.ts";
import { clubInstant } from "../time.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import { getTournament } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { Ballot } from "./ballot.entity.ts";
import { findPolls, type PollRow } from "./poll-row.queries.ts";
import { mustBeAWindow } from "./poll-window.rules.ts";
import { Poll } from "./poll.entity.ts";
import type { CancelPoll, EditPoll, ReopenPoll } from "./polls.schemas.ts";
import { type PollShown, type PollState, resolvePoll, show, stateOf } from "./polls.service.ts";
import { Roll } from "./roll.entity.ts";
import { lockPoll } from "./tally.queries.ts";

/**
 * Changes a poll that is not counted yet. Once someone has voted only the title, the description (not of a bylaw) and a
 * later close: what was voted on stays.
 */
export async function editPoll(work: Work, { poll: reference, ...changes }: EditPoll): Promise<PollShown> {
  authorize(work, "editPoll", { roles: [] });
  const { row, poll } = await hold(work, reference);
  const state = stateOf(work, row);
  if (state !== "scheduled" && state !== "open") throw over(state);
  const { zoneName } = work.now;
  const opensAt = changes.opens
    ? clubInstant(changes.opens.day, changes.opens.time, zoneName).toJSDate()
    : poll.opensAt;
  const closesAt = changes.closes
    ? clubInstant(changes.closes.day, changes.closes.time, zoneName).toJSDate()
    : poll.closesAt;
  const begun = await hasBallots(work, row);
  const rewording = changes.description !== undefined && changes.description !== poll.description;
  if (
    begun &&
    (closesAt < poll.closesAt || opensAt.getTime() !== poll.opensAt.getTime() || (row.bylaw && rewording))
  )
    throw conflict(
      "poll-has-ballots",
      "Members have voted: only the title, the description and a later close may change.",
    );
  const moved = changes.opens !== undefined || changes.closes !== undefined || (row.bylaw && rewording);
  if (moved) mustBeAWindow({ opensAt, closesAt, now: work.now.toJSDate(), ...(await bounds(work, row)) });
  poll.title = changes.title ?? poll.title;
  poll.description = changes.description ?? poll.description;
  poll.opensAt = opensAt;
  poll.closesAt = closesAt;
  return kept(work, poll);
}

/** Opens a scheduled poll now instead of later; a bylaw poll only once its text was posted for its days. */
export async function openPoll(work: Work, { poll: reference }: { poll: string }): Promise<PollShown> {
  authorize(work, "openPoll", { roles: [] });
  const { row, poll } = await hold(work, reference);
  const state = stateOf(work, row);
  if (state === "open") return show(work, row);
  if (state !== "scheduled") throw over(state);
  const { eventBegins, noticeDays: days } = await bounds(work, row);
  const posted = work.now.toMillis() - Date.parse(row.madeAt);
  if (days !== null && posted < days * 86_400_000) {
    throw conflict(
      "bylaw-notice-too-short",
      `A bylaw's text is posted ${days} days before its poll opens. It opens by itself.`,
    );
  }
  const now = work.now.toJSDate();
  mustBeAWindow({ opensAt: now, closesAt: poll.closesAt, now, eventBegins, noticeDays: null });
  poll.opensAt = now;
  return kept(work, poll);
}

/** Calls a poll off, with a reason; what was voted is kept and not counted. */
export async function cancelPoll(work: Work, { poll: reference, reason }: CancelPoll): Promise<PollShown> {
  authorize(work, "cancelPoll", { roles: [], reason });
  const { row, poll } = await hold(work, reference);
  const state = stateOf(work, row);
  if (state === "cancelled") throw conflict("poll-cancelled-already", "The poll is cancelled already.");
  if (state === "decided" || state === "tied")
    throw conflict("poll-counted", "The poll is counted already. Reopen it first if it must not stand.");
  poll.cancelledAt = work.now.toJSDate();
  poll.cancelReason = reason;
  return kept(work, poll);
}

/**
 * Opens a closed or counted poll again until a later close, with a reason; ballots stay and count anew, rulings on its
 * ties are void. Never a secret one: its receipts are out.
 */
export async function reopenPoll(
  work: Work,
  { poll: reference, closes, reason }: ReopenPoll,
): Promise<PollShown> {
  authorize(work, "reopenPoll", { roles: [], reason });
  const { row, poll } = await hold(work, reference);
  const state = stateOf(work, row);
  if (state === "scheduled" || state === "open" || state === "cancelled")
    throw conflict("poll-not-closed", `The poll is ${state}; only a closed one is opened again.`);
  if (row.secret && row.talliedAt !== null)
    throw conflict(
      "secret-poll-stays-closed",
      "A secret poll that was counted is not opened again. Make a new one.",
    );
  const closesAt = clubInstant(closes.day, closes.time, work.now.zoneName).toJSDate();
  const { eventBegins } = await bounds(work, row);
  mustBeAWindow({ opensAt: poll.opensAt, closesAt, now: work.now.toJSDate(), eventBegins, noticeDays: null });
  poll.closesAt = closesAt;
  poll.talliedAt = null;
  poll.decidedAt = null;
  poll.electorate = null;
  poll.ballots = null;
  poll.result = null;
  poll.resultHash = null;
  const rulings = await work.em.find(Ruling, {
    subject: "question",
    subjectId: { $in: row.questions.map(({ id }) => id) },
    voidedAt: null,
  });
  for (const ruling of rulings) ruling.void({ at: work.now.toJSDate(), reason });
  return kept(work, poll);
}

/** What is over is opened again first, unless it was called off. */
const over = (state: PollState) =>
  conflict(
    "poll-over",
    state === "cancelled"
      ? "The poll was cancelled. Make a new one."
      : `The poll is ${state}. Reopen it first, until a later close.`,
  );

async function hold(work: Work, reference: string): Promise<{ row: PollRow; poll: Poll }> {
  const { id } = await resolvePoll(work, { reference });
  await lockPoll(work, { poll: id });
  return { row: await resolvePoll(work, { reference: id }), poll: await work.em.findOneOrFail(Poll, id) };
}

async function kept(work: Work, poll: Poll): Promise<PollShown> {
  poll.revision += 1;
  await work.em.flush();
  return show(work, (await findPolls(work, [poll.id]))[0]!);
}

async function hasBallots(work: Work, { id, secret }: PollRow): Promise<boolean> {
  const cast = secret ? await work.em.count(Roll, { poll: id }) : await work.em.count(Ballot, { poll: id });
  return cast > 0;
}

/** What the window of a poll may not reach: its event, and the days a bylaw's text is posted before. */
async function bounds(
  work: Work,
  row: PollRow,
): Promise<{ eventBegins: Date | null; noticeDays: number | null }> {
  const event = row.tournament && (await getTournament(work, { reference: String(row.tournament.id) }));
  const eventBegins =
    event && clubInstant(event.firstDay, event.firstCast ?? "00:00", work.now.zoneName).toJSDate();
  return { eventBegins, noticeDays: row.bylaw ? await noticeDays(work) : null };
}

/** Days before its poll that a bylaw's text is posted, by the rules of the year. */
export async function noticeDays(work: Work): Promise<number> {
  return (await getSeasonRules(work, { year: work.now.year })).club.polls.bylawNoticeDays;
}
