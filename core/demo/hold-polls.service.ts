import { createHash } from "node:crypto";
import { authorize } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { findCurrentMembers } from "../membership/current.service.ts";
import { Ballot } from "../polls/ballot.entity.ts";
import { createPoll } from "../polls/create-poll.service.ts";
import { Poll } from "../polls/poll.entity.ts";
import type { PollShown } from "../polls/polls.service.ts";
import { Roll } from "../polls/roll.entity.ts";
import { Selection } from "../polls/selection.entity.ts";
import { closePoll, listDuePolls } from "../polls/tally.service.ts";
import { clubInstant } from "../time.ts";
import type { Work } from "../work.ts";
import { ownDeed } from "./deeds.service.ts";
import type { DemoFacts } from "./demo-facts.rules.ts";
import { type DemoPoll, demoPolls } from "./polls.rules.ts";

/** Puts the club's questions to its members, lets them vote, and counts what is over. */
export async function holdPolls(work: Work, { facts }: { facts: DemoFacts }): Promise<void> {
  const members = [...(await findCurrentMembers(work))].toSorted((one, other) => one - other);
  for (const poll of demoPolls(facts)) await ownDeed(work, () => hold(work, { poll, members }));
  for (const poll of await listDuePolls(work)) await ownDeed(work, () => closePoll(work, { poll }));
}

async function hold(work: Work, { poll, members }: { poll: DemoPoll; members: number[] }): Promise<void> {
  authorize(work, "createPoll", { roles: [] });
  // It was made the day before it opened, as it would have been then.
  const opened = clubInstant(poll.opens.day, poll.opens.time, work.now.zoneName);
  const made = opened.minus({ days: 1 });
  const then = { ...work, now: made, today: made.toISODate() };
  const shown = await createPoll(then, { ...poll.poll, opens: poll.opens, closes: poll.closes });
  const kept = await work.em.findOneOrFail(Poll, shown.id);
  kept.madeAt = made.toJSDate();
  await work.em.flush();
  for (const [turn, angler] of members.entries()) {
    const picks = poll.voteOf(turn);
    if (picks !== undefined) await cast(work, { poll: kept, shown, angler, turn, picks });
  }
}

interface Vote {
  poll: Poll;
  shown: PollShown;
  angler: number;
  turn: number;
  picks: number[];
}

async function cast(work: Work, { poll, shown, angler: id, turn, picks }: Vote): Promise<void> {
  const angler = await work.em.findOneOrFail(Angler, id);
  const choices = answer(shown, { turn, picks });
  if (poll.secret) {
    work.em.create(Roll, { poll, angler });
    for (const choice of choices)
      work.em.create(Selection, {
        ...choice,
        ballot: null,
        receipt: receiptFor(`${shown.id} ${turn} ${choice.question}`),
      });
  } else {
    const castAt = new Date(poll.opensAt.getTime() + (turn + 1) * 1_620_000);
    const { publicName: castByName } = angler;
    const by = { castByKind: "angler" as const, castByName, castBy: angler };
    const ballot = work.em.create(Ballot, { poll, angler, castAt, through: "discord", ...by });
    for (const choice of choices) work.em.create(Selection, { ...choice, ballot, receipt: null });
  }
  await work.em.flush();
}

/** A code as members are shown one; the same in every demo. */
function receiptFor(answered: string): string {
  const drawn = createHash("sha256").update(answered).digest("hex").slice(0, 12).toUpperCase();
  // Neither 0 nor 1 is in a code.
  return drawn
    .replaceAll("0", "X")
    .replaceAll("1", "Y")
    .replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** One option of each question, of those that stand under what was chosen before. */
function answer({ questions }: PollShown, { turn, picks }: { turn: number; picks: number[] }) {
  const chosen = new Set<number>();
  return questions.map(({ id: question, options }, at) => {
    const offered = options.filter(({ parentId }) => parentId === null || chosen.has(parentId));
    const { id: option } = offered[(picks[at] ?? turn) % offered.length]!;
    chosen.add(option);
    return { question, option };
  });
}
