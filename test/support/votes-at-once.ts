import assert from "node:assert/strict";
import { type Actor, clock } from "#core/actor.ts";
import { type App, openApp } from "#core/app.ts";
import { connect } from "#core/database/connection.ts";
import { DomainError } from "#core/errors.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { closePoll } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import type { Work } from "#core/work.ts";
import { moveClock } from "./clock.ts";
import { office, type PollClub, pollClub } from "./poll-club.ts";
import { until } from "./process.ts";
import { saidOtherwise } from "./said-otherwise.ts";

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
  const outcomes: string[] = [];
  for (const some of chunk(members, atATime)) {
    const votes = some.flatMap((who) => Array.from({ length: each }, (_, turn) => ({ who, turn })));
    const said = votes.map(({ who, turn }) =>
      turn % 4 === 3 ? again(app, { poll, who, turn }) : vote(app, { poll, who, turn }),
    );
    outcomes.push(...(await Promise.all(said)));
  }
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

/** More people at the same moment only wait for each other's turn: a member's votes race with that member's alone. */
const atATime = 10;

const chunk = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

type Verb<T> = (work: Work) => Promise<T>;
/** How the count is taken: as it is, or with something left out. */
export type Closing = <T>(verb: Verb<T>) => Verb<T>;
const asItIs: Closing = (verb) => verb;

/** What came of races of votes with the count: how many were told "recorded", and how many of these it left out. */
export interface Raced {
  told: number;
  refused: number;
  outside: number;
}

/** Votes that arrive while the count is taken, from another process's door, in the midst of them. */
export async function closingsRace({
  closings,
  votes,
  closing = asItIs,
}: {
  closings: number;
  votes: number;
  closing?: Closing;
}): Promise<Raced> {
  const club = await pollClub({ members: votes });
  const counter = await openApp(club.app.config);
  const all: Raced = { told: 0, refused: 0, outside: 0 };
  try {
    for (let round = 0; round < closings; round += 1) {
      await club.at("2026-03-12T12:00");
      const poll = await choicePoll(club.app, "2026-03-14");
      await club.at("2026-03-14T17:59:30");
      let told = 0;
      const race = Promise.all(
        club.members.map(async (who, turn) => {
          const outcome = await vote(club.app, { poll, who, turn });
          told += 1;
          return outcome;
        }),
      );
      const enough = Math.floor(Math.random() * votes * 0.8);
      await until(() => told >= enough, { what: "the votes come in" });
      await close(counter, { poll, closing });
      add(all, await judge(club.app, { poll, outcomes: await race }));
    }
  } finally {
    await counter.close();
  }
  return all;
}

/**
 * The narrowest place held wide open: votes that have looked at the clock and have not written yet, and a count that is
 * taken meanwhile. `change` leaves something out of the vote's statement.
 */
export async function heldVotesMeetTheCount(
  { app, members, at }: PollClub,
  { change = (sql) => sql }: { change?: (sql: string) => string } = {},
): Promise<Raced> {
  await at("2026-03-12T12:00");
  const poll = await choicePoll(app, "2026-03-14");
  await at("2026-03-14T17:59:30");
  const door = await connect({ connectionString: app.config.databaseUrl!.reveal() }, "sabc test");
  const counter = await openApp(app.config);
  try {
    await door.query("select pg_advisory_lock(59)");
    const held = members.slice(0, 5);
    const race = held.map((who, turn) =>
      // Without the note of the press, whose foreign key would hold the poll already.
      vote(app, { poll, who, turn, press: "unnoted" }, (verb) =>
        saidOtherwise(verb, (sql) =>
          change(
            sql.replace(
              "club_now() as now,",
              "club_now() as now, pg_advisory_xact_lock_shared(59)::text as held,",
            ),
          ),
        ),
      ),
    );
    const waiting = async (): Promise<boolean> => {
      const { rowCount } = await door.query(
        "select from pg_locks where locktype = 'advisory' and objid = 59 and not granted",
      );
      return rowCount === held.length;
    };
    await until(waiting, { what: "the votes wait" });
    await close(counter, { poll, closing: asItIs });
    await door.query("select pg_advisory_unlock(59)");
    return await judge(app, { poll, outcomes: await Promise.all(race) });
  } finally {
    await counter.close();
    await door.end();
  }
}

async function close(app: App, { poll, closing }: { poll: PollShown; closing: Closing }): Promise<void> {
  await moveClock(app, "2026-03-14", "18:00:06");
  await app.write(
    clock,
    closing((work) => closePoll(work, { poll: poll.id })),
  );
}

/** Holds what voters were told against what was counted. */
async function judge(app: App, { poll, outcomes }: { poll: PollShown; outcomes: string[] }): Promise<Raced> {
  const told = outcomes.filter((outcome) => outcome === "recorded").length;
  const refused = outcomes.filter((outcome) => outcome === "poll-closed").length;
  assert.equal(told + refused, outcomes.length, outcomes.join());
  const { state, turnout, questions } = await app.read(office, (work) => getPoll(work, { poll: poll.id }));
  assert.ok(state === "decided" || state === "tied", state);
  const inTally = questions[0]!.options.reduce((sum, { votes }) => sum + (votes ?? 0), 0);
  assert.equal(turnout.voted, inTally);
  return { told, refused, outside: told - inTally };
}

function add(all: Raced, { told, refused, outside }: Raced): void {
  all.told += told;
  all.refused += refused;
  all.outside += outside;
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
  press?: "unnoted";
}

/** What became of a vote: its outcome, or the code of its refusal. A busy database is asked again, as a person would. */
async function vote(app: App, { poll, who, turn, press }: Vote, manner: Closing = asItIs): Promise<string> {
  const [question] = poll.questions;
  const option = question!.options[turn % question!.options.length]!.id;
  const choices = [{ question: question!.id, option }];
  const request = press === undefined ? { request: `${who.anglerId} ${turn} ${poll.id}` } : {};
  for (;;) {
    try {
      const { outcome } = await app.write(
        who,
        manner((work) => castVote(work, { poll: String(poll.id), choices, ...request })),
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
