import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { clock } from "#core/actor.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { getTournament } from "#core/tournaments/tournaments.service.ts";
import { choose, office, pollClub } from "../../support/poll-club.ts";

const early = "6:30 am to 2:30 pm";
const late = "7:00 am to 3:00 pm";

/** Five for North Lake, spread over its ramps and the hours; four for South Lake, all alike. */
const ballots = [
  ["North Lake", "Pier", early],
  ["North Lake", "Pier", late],
  ["North Lake", "Cove", early],
  ["North Lake", "Cove", late],
  ["North Lake", "Pier", early],
  ...Array.from({ length: 4 }, () => ["South Lake", "Dam", late]),
];

describe("a favourite lake whose votes are spread over ramps and hours", async () => {
  const { app, members, at, make } = await pollClub({ members: ballots.length });

  test("wins, with its own ramp and the hours that most of all want", async () => {
    const poll = await make();
    await at("2026-03-13T12:00");
    for (const [turn, labels] of ballots.entries()) {
      const vote = { poll: String(poll.id), choices: choose(poll, ...labels) };
      await app.write(members[turn]!, (work) => castVote(work, vote));
    }
    await at("2026-03-15T18:00:06");
    const [counted] = await closeDuePolls(app, { actor: clock });
    assert.equal(counted?.state, "decided");
    const held = await app.read(office, (work) => getTournament(work, { reference: "2026-01" }));
    assert.deepEqual(
      [held.lake?.name, held.ramp?.name, held.firstCast, held.weighIn],
      ["North Lake", "Pier", "07:00", "15:00"],
    );
  });

  test("control: counted as whole answers it would have lost to the one with fewer supporters", () => {
    const whole = Map.groupBy(ballots, (ballot) => ballot.join());
    const [most] = [...whole.values()].toSorted((one, other) => other.length - one.length);
    assert.deepEqual(most?.[0]?.[0], "South Lake");
  });
});
