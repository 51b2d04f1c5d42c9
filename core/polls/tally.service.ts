import { createHash } from "node:crypto";
import { authorize } from "../actor.ts";
import { recordChanges } from "../audit/audit.service.ts";
import { countCurrentMembers } from "../membership/current.service.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import type { Door, Work } from "../work.ts";
import { applyWinners } from "./apply-winners.service.ts";
import { announceResult } from "./announce.service.ts";
import { Poll } from "./poll.entity.ts";
import { findPolls, type PollRow } from "./poll-row.queries.ts";
import { isDueForTally } from "./poll-state.rules.ts";
import { type PollShown, resolvePoll, show } from "./polls.service.ts";
import { findRoll, shuffleSelections } from "./secret.queries.ts";
import { countNow } from "./show-poll.rules.ts";
import { findBox, findDuePolls, lockPoll } from "./tally.queries.ts";
import { isDecided, type QuestionTally } from "./tally.rules.ts";

/**
 * Counts every poll whose time is over and applies what won, each in a transaction of its own. Late, again, or twice
 * at once it changes nothing more. The polls that were counted now.
 */
export async function closeDuePolls(door: Door, { actor }: { actor: Work["actor"] }): Promise<PollShown[]> {
  const due = await door.read(actor, listDuePolls);
  const closed: PollShown[] = [];
  for (const poll of due) {
    const counted = await door.write(actor, (work) => closePoll(work, { poll }));
    if (counted !== null) closed.push(counted);
  }
  return closed;
}

/** The polls that wait to be counted, by id, the first to close first. */
export const listDuePolls = (work: Work): Promise<number[]> => findDuePolls(work);

/** Counts one poll if it is due: votes under way are waited for, later ones are refused. Null when it is not due. */
export async function closePoll(work: Work, { poll: id }: { poll: number }): Promise<PollShown | null> {
  authorize(work, "closePoll", { roles: [] });
  await lockPoll(work, { poll: id });
  const row = await resolvePoll(work, { reference: id });
  if (!isDueForTally(clockOf(row), work.now.toMillis())) return null;
  if (row.secret) await shuffleSelections(work, { poll: id });
  const poll = await work.em.findOneOrFail(Poll, id);
  const box = await findBox(work, { poll: id });
  poll.talliedAt = work.now.toJSDate();
  poll.electorate = await countCurrentMembers(work);
  poll.ballots = row.voted;
  poll.resultHash = hashBox(box);
  if (row.secret) await recordRoll(work, row);
  await settle(work, { poll, row });
  return show(work, (await findPolls(work, [id]))[0]!);
}

/** Stores the count with the rulings there are; once nothing is tied, applies and announces it. */
export async function settle(
  work: Work,
  { poll, row }: { poll: Poll; row: PollRow },
): Promise<QuestionTally[]> {
  authorize(work, "settlePoll", { roles: [] });
  const tallies = countNow(row, await findRulings(work, row));
  poll.result = { tallies };
  poll.revision += 1;
  if (isDecided(tallies)) {
    poll.decidedAt = work.now.toJSDate();
    await applyWinners(work, { row, tallies });
  }
  await work.em.flush();
  await announceResult(work, { row, tallies, electorate: poll.electorate ?? 0 });
  return tallies;
}

/** SHA-256 of the answers, sorted: of a secret poll by receipt, of any other by ballot. */
export const hashBox = (box: readonly string[]): string =>
  createHash("sha256").update(box.toSorted().join("\n")).digest("hex");

/** Question → option, of the ties that were decided. */
export async function findRulings(work: Work, row: PollRow): Promise<Map<number, number>> {
  const rulings = await work.em.find(Ruling, {
    subject: "question",
    subjectId: { $in: row.questions.map(({ id }) => id) },
    voidedAt: null,
  });
  return new Map(rulings.map(({ subjectId, outcome }) => [subjectId, outcome["option"] as number]));
}

/** Of a secret poll the log says how many voted and who, in order of name; nothing of when or what. */
async function recordRoll(work: Work, { id }: PollRow): Promise<void> {
  const roll = await findRoll(work, { poll: id });
  const after = { voted: roll.length, anglers: roll };
  await recordChanges(work, [{ table: "roll", id: String(id), action: "create", before: null, after }]);
}

const clockOf = (row: PollRow) => ({
  opensAt: Date.parse(row.opensAt),
  closesAt: Date.parse(row.closesAt),
  tallied: row.talliedAt !== null,
  decided: row.decidedAt !== null,
  cancelled: row.cancelledAt !== null,
  eventCancelled: row.eventCancelled,
});
