import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import { findCurrentMembers } from "../membership/current.service.ts";
import { announce } from "../notices/announce.service.ts";
import { notify } from "../notices/notify.service.ts";
import { isoInZone } from "../time.ts";
import type { Door, Work } from "../work.ts";
import { resultLines } from "./poll-words.rules.ts";
import { findUncountedPollIds, findPolls, type PollRow } from "./poll-row.queries.ts";
import { resolvePoll, stateOf } from "./polls.service.ts";
import { isAnnounced } from "./announce.queries.ts";
import type { QuestionTally } from "./tally.rules.ts";
import { findVoters } from "./vote.queries.ts";

interface Counted {
  row: PollRow;
  tallies: readonly QuestionTally[];
  electorate: number;
}

/** Tells the members what a poll came to; a tie as such, and again once it is decided. */
export async function announceResult(work: Work, { row, tallies, electorate }: Counted): Promise<void> {
  const tied = tallies.some(({ verdict }) => verdict === "tied");
  await notify(work, {
    purpose: "poll-closed",
    occasion: `poll ${row.id} closed ${row.closesAt}${tied ? " tied" : ""}`,
    recipients: [...(await findCurrentMembers(work))],
    facts: {
      poll: row.id,
      title: row.title,
      lines: resultLines(row, tallies),
      voted: row.voted,
      members: electorate,
      tied,
    },
  });
}

/** Tells the members of polls that have opened, and those who have not voted a day before the close; each once. */
export async function announceOpenPolls(
  door: Door,
  { actor }: { actor: Work["actor"] },
): Promise<{ announced: number }> {
  const tidings = await door.read(actor, listPollTidings);
  for (const { poll, purpose } of tidings) {
    if (purpose === "poll-opened") await door.write(actor, (work) => announceOpening(work, { poll }));
    else await door.write(actor, (work) => remindVoters(work, { poll }));
  }
  return { announced: tidings.length };
}

/** Tells every current member that a poll is open. */
async function announceOpening(work: Work, { poll }: { poll: number }): Promise<void> {
  authorize(work, "announcePoll", { roles: [] });
  const [row] = await findPolls(work, [poll]);
  await notify(work, {
    purpose: "poll-opened",
    occasion: `poll ${poll}`,
    recipients: [...(await findCurrentMembers(work))],
    facts: described(work, row!),
  });
}

/** Tells the current members who have not voted that a poll closes soon; each once for a closing time; the channel hears how many. */
export async function remindVoters(
  work: Work,
  { poll }: { poll: string | number },
): Promise<{ reminded: number }> {
  authorize(work, "remindVoters", { roles: [] });
  const row = await resolvePoll(work, { reference: poll });
  if (stateOf(work, row) !== "open")
    throw conflict("poll-not-open", "The poll is not open. Members are reminded of an open poll only.");
  const voted = new Set(await findVoters(work, { poll: row.id, secret: row.secret }));
  const silent = [...(await findCurrentMembers(work))].filter((id) => !voted.has(id));
  await notify(work, {
    purpose: "poll-closing-soon",
    occasion: `poll ${row.id} closes ${row.closesAt}`,
    recipients: silent,
    facts: described(work, row),
  });
  if (silent.length > 0)
    await announce(work, {
      purpose: "poll-closing-soon",
      occasion: `poll ${row.id} closes ${row.closesAt}`,
      facts: {
        poll: row.id,
        title: row.title,
        closesAt: isoInZone(row.closesAt, work.now.zoneName),
        silent: silent.length,
      },
    });
  return { reminded: silent.length };
}

export interface PollTidings {
  poll: number;
  purpose: "poll-opened" | "poll-closing-soon";
}

const day = 86_400_000;

/** What the members are to be told of the open polls now, and were not yet. */
export async function listPollTidings(work: Work): Promise<PollTidings[]> {
  const open = (await findPolls(work, await findUncountedPollIds(work))).filter(
    (row) => stateOf(work, row) === "open",
  );
  const found: PollTidings[] = [];
  for (const { id, opensAt, closesAt } of open) {
    const long = Date.parse(closesAt) - Date.parse(opensAt) > day;
    const soon = Date.parse(closesAt) - work.now.toMillis() <= day;
    if (!(await isAnnounced(work, { purpose: "poll-opened", occasion: `poll ${id}` })))
      found.push({ poll: id, purpose: "poll-opened" });
    if (
      long &&
      soon &&
      !(await isAnnounced(work, { purpose: "poll-closing-soon", occasion: `poll ${id} closes ${closesAt}` }))
    )
      found.push({ poll: id, purpose: "poll-closing-soon" });
  }
  return found;
}

const described = ({ now }: Work, { id, title, closesAt, description }: PollRow) => ({
  poll: id,
  title,
  description,
  closesAt: isoInZone(closesAt, now.zoneName),
});
