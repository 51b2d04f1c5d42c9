import assert from "node:assert/strict";
import { type Actor, clock } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { DomainError } from "#core/errors.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { closePoll } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { office, pollClub } from "./poll-club.ts";

/** Many votes of each member at the same moment: each member has one ballot in the end, and it is one of theirs. */
export async function duplicatesRace({
  members: count,
  each,
}: {
  members: number;
  each: number;
}): Promise<void> {
  const { app, members, at } = await pollClub({ members: count });
  await at("2026-03-12T12:00");
  const poll = await choicePoll(app, "2026-03-14");
  const votes = members.flatMap((who) => Array.from({ length: each }, (_, turn) => ({ who, turn })));
  const outcomes = await Promise.all(
    votes.map(({ who, turn }) =>
      turn % 4 === 3 ? again(app, { poll, who, turn }) : vote(app, { poll, who, turn }),
    ),
  );
  const stands = await app.read(office, (work) => getPoll(work, { poll: poll.id }));
  assert.equal(stands.turnout.voted, count);
  const [rows] = await app.read(office, (work) =>
    work.em.execute<{ ballots: number; selections: number }[]>(
      "select (select count(*)::int from ballot) as ballots, (select count(*)::int from selection) as selections",
    ),
  );
  assert.deepEqual(rows, { ballots: count, selections: count });
  const recorded = outcomes.filter((outcome) => outcome === "recorded").length;
  assert.equal(recorded, count);
}

/** Votes that arrive while the count is taken: whoever was told "recorded" is in it. */
export async function closingsRace({ closings, votes }: { closings: number; votes: number }): Promise<void> {
  const { app, members, at } = await pollClub({ members: votes });
  for (let round = 0; round < closings; round += 1) {
    await at("2026-03-12T12:00");
    const poll = await choicePoll(app, "2026-03-14");
    // The clock is moved while votes are on their way, as time does.
    await at("2026-03-14T17:59:59");
    const race = members.map((who, turn) => vote(app, { poll, who, turn }));
    const counted = late(app, { poll, at });
    const outcomes = await Promise.all(race);
    await counted;
    const told = outcomes.filter((outcome) => outcome === "recorded").length;
    const { state, turnout, questions } = await app.read(office, (work) => getPoll(work, { poll: poll.id }));
    const inTally = questions[0]!.options.reduce((sum, { votes: cast }) => sum + (cast ?? 0), 0);
    assert.ok(state === "decided" || state === "tied", state);
    assert.deepEqual([turnout.voted, inTally], [told, told]);
    const [{ stored } = { stored: -1 }] = await app.read(office, (work) =>
      work.em.execute<{ stored: number }[]>("select count(*)::int as stored from ballot where poll_id = ?", [
        poll.id,
      ]),
    );
    assert.equal(stored, told);
  }
}

async function late(
  app: App,
  { poll, at }: { poll: PollShown; at: (moment: string) => Promise<void> },
): Promise<void> {
  await at("2026-03-14T18:00:06");
  await app.write(clock, (work) => closePoll(work, { poll: poll.id }));
}

const choicePoll = (app: App, day: string): Promise<PollShown> =>
  app.write(office, (work) =>
    createPoll(work, {
      kind: "choice",
      title: "Where?",
      options: ["Hall", "Park", "Lake"],
      closes: { day, time: "18:00" },
    }),
  );

interface Vote {
  poll: PollShown;
  who: Actor;
  turn: number;
}

/** What became of a vote: its outcome, or the code of its refusal. A busy database is asked again, as a person would. */
async function vote(app: App, { poll, who, turn }: Vote): Promise<string> {
  const [question] = poll.questions;
  const option = question!.options[turn % question!.options.length]!.id;
  const choices = [{ question: question!.id, option }];
  const request = `${who.anglerId} ${turn} ${poll.id}`;
  for (;;) {
    try {
      const { outcome } = await app.write(who, (work) =>
        castVote(work, { poll: String(poll.id), choices, request }),
      );
      return outcome;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind !== "busy") return error.code;
    }
  }
}

/** The same press again, as a nervous finger does. */
async function again(app: App, cast: Vote): Promise<string> {
  const [one, other] = await Promise.all([vote(app, cast), vote(app, cast)]);
  return one === "repeated" ? other : one;
}
