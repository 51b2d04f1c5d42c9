import { conflict, notFound } from "../errors.ts";
import { countCurrentMembers } from "../membership/current.service.ts";
import type { Work } from "../work.ts";
import {
  findPollIds,
  findPolls,
  findPollStretch,
  findUncountedPollIds,
  type PollPaper,
  type PollRow,
} from "./poll-row.queries.ts";
import { pollStateAt, type PollState } from "./poll-state.rules.ts";
import { type PollShown, showPoll, type PollSummary, summarize } from "./show-poll.rules.ts";

export type { OptionShown, PollShown, PollSummary, QuestionShown } from "./show-poll.rules.ts";
export type { PollState } from "./poll-state.rules.ts";

/** All polls, the latest close first; a state narrows the list. */
export async function listPolls(work: Work, { state }: { state?: PollState } = {}): Promise<PollSummary[]> {
  const polls = await summarizeAll(work, await findPollIds(work));
  return polls.filter((poll) => state === undefined || poll.state === state);
}

/** A stretch of the same list, and how long all of it is. */
export async function listSomePolls(
  work: Work,
  stretch: { offset: number; limit: number },
): Promise<{ polls: PollSummary[]; total: number }> {
  const { ids, total } = await findPollStretch(work, stretch);
  return { polls: await summarizeAll(work, ids), total };
}

async function summarizeAll(work: Work, ids: readonly number[]): Promise<PollSummary[]> {
  const rows = await findPolls(work, ids);
  const members = await membersIfAsked(work, rows);
  return rows.map((row) => summarize(row, { state: stateOf(work, row), members, zone: work.now.zoneName }));
}

/** One poll with what it offers. Counts are there once they may be seen: after the count, or live while it is open. */
export async function getPoll(work: Work, { poll }: { poll: string | number }): Promise<PollShown> {
  return show(work, await resolvePoll(work, { reference: poll }));
}

/** The read model of a poll that was found. */
export async function show(work: Work, row: PollRow): Promise<PollShown> {
  const members = await membersIfAsked(work, [row]);
  return showPoll(row, { state: stateOf(work, row), members, zone: work.now.zoneName });
}

/** Which poll is meant: its id, or `open` where only one is. */
export async function resolvePoll(
  work: Work,
  { reference }: { reference: string | number },
): Promise<PollRow> {
  const text = String(reference).trim().toLowerCase();
  if (/^\d{1,9}$/.test(text)) {
    const [found] = await findPolls(work, [Number(text)]);
    if (found !== undefined) return found;
  }
  if (text !== "open") throw noSuchPoll(String(reference));
  const open = (await findPolls(work, await findUncountedPollIds(work))).filter(
    (row) => stateOf(work, row) === "open",
  );
  if (open.length > 1) {
    const candidates = open.map(({ id, title }) => `${title} (${id})`);
    throw conflict(
      "poll-ambiguous",
      `Several polls are open. Name one by its id: ${candidates.join(", ")}.`,
      {
        candidates,
      },
    );
  }
  if (open[0] === undefined) throw notFound("no-open-poll", "No poll is open. See sabc poll list.");
  return open[0];
}

/** The state of a poll on the club's clock. */
export const stateOf = ({ now }: Work, row: Omit<PollPaper, "questions">): PollState =>
  pollStateAt(
    {
      opensAt: Date.parse(row.opensAt),
      closesAt: Date.parse(row.closesAt),
      tallied: row.talliedAt !== null,
      decided: row.decidedAt !== null,
      cancelled: row.cancelledAt !== null,
      eventCancelled: row.eventCancelled,
    },
    now.toMillis(),
  );

/** How many might vote now; asked only where a poll is not counted yet. */
async function membersIfAsked(work: Work, rows: PollRow[]): Promise<number> {
  return rows.some(({ talliedAt }) => talliedAt === null) ? countCurrentMembers(work) : 0;
}

export const noSuchPoll = (reference: string) =>
  notFound(
    "poll-not-found",
    `There is no poll "${reference}". Give its id, or open where only one is; see sabc poll list.`,
  );
