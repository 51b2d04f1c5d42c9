import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Actor } from "#core/actor.ts";
import { clock } from "#core/actor.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { exportPoll } from "#core/polls/export-poll.service.ts";
import type { PollShown } from "#core/polls/polls.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { office, pollClub } from "../../support/poll-club.ts";
import { saidOtherwise } from "../../support/said-otherwise.ts";
import { attacks, bridges, rightAbout, whereStands } from "../../support/secret-election.ts";

const voters = 20;
const club = await pollClub({ members: voters });
const { app, members } = club;

/** Each votes for themselves alone, so that a right guess is no chance; `change` leaves something out. */
async function election({ change = (sql: string) => sql } = {}) {
  const poll = await app.write(office, (work) =>
    createPoll(work, {
      kind: "election",
      year: 2027,
      closes: { day: "2026-03-20", time: "20:00" },
      offices: [{ office: "President", candidates: members.map(({ anglerId }) => String(anglerId)) }],
    }),
  );
  const truth = new Map<number, number>();
  const receipts: string[] = [];
  const vote = async (who: Actor): Promise<void> => {
    const [question] = poll.questions;
    const option = question!.options.find(({ anglerId }) => anglerId === who.anglerId)!.id;
    const cast = await app.write(
      who,
      saidOtherwise(
        (work) =>
          castVote(work, {
            poll: String(poll.id),
            choices: [{ question: question!.id, option }],
            request: `press ${who.anglerId}`,
          }),
        change,
      ),
    );
    truth.set(who.anglerId!, option);
    receipts.push(...cast.receipts.map(({ receipt }) => receipt));
  };
  return { poll, truth, receipts, vote };
}

const scores = async (poll: PollShown, truth: ReadonlyMap<number, number>): Promise<[string, number][]> =>
  Promise.all(
    Object.entries(attacks).map(async ([name, attack]) => [
      name,
      await rightAbout(attack, { app, poll: poll.id, truth }),
    ]),
  );

/** Of twenty drawn at random eight are right once in 100,000 elections. */
const chance = 7;

describe("a secret election, to whoever reads all its tables", { concurrency: false }, () => {
  test("control: without the rewriting every vote can be told", async () => {
    const { poll, truth, vote } = await election({
      change: (sql) => (sql.includes("with taken as") ? "select" : sql),
    });
    for (const who of members) await vote(who);
    const told = new Map(await scores(poll, truth));
    assert.equal(told.get("one transaction wrote both"), voters);
    assert.equal(told.get("the same place in both tables"), voters);
    assert.equal(told.get("the same order of transactions"), voters);
  });

  test("while it is open, all but those since the last rewriting cannot", async () => {
    const { poll, truth, vote } = await election();
    for (const [at, who] of members.slice(0, 13).entries()) {
      await vote(who);
      const joined = await rightAbout(attacks["one transaction wrote both"]!, { app, poll: poll.id, truth });
      assert.equal(joined, (at + 1) % 5);
    }
  });

  test("after the close nobody's can: not by column, order, time or transaction", async () => {
    const { poll, truth, receipts, vote } = await election();
    for (const who of members) await vote(who);
    await club.at("2026-03-20T20:01");
    await closeDuePolls(app, { actor: clock });
    for (const [name, right] of await scores(poll, truth))
      assert.ok(name === "one transaction wrote both" ? right === 0 : right <= chance, `${name}: ${right}`);
    assert.deepEqual(await bridges(app), [
      { table: "roll", columns: "poll_id angler_id" },
      { table: "selection", columns: "id ballot_id question_id option_id receipt" },
    ]);
    assert.deepEqual(await whereStands(app, receipts), ["selection.receipt"]);
    assert.deepEqual(
      await whereStands(
        app,
        members.map(({ anglerId }) => `press ${anglerId}`),
      ),
      [],
    );
    const { answers } = await app.read(members[0]!, (work) => exportPoll(work, { poll: String(poll.id) }));
    assert.deepEqual(new Set(answers.map(({ receipt }) => receipt)), new Set(receipts));
  });
});
