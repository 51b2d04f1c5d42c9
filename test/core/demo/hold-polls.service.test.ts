import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor, operator } from "#core/actor.ts";
import { checkClub } from "#core/people/check-club.service.ts";
import { getPoll, listPolls } from "#core/polls/polls.service.ts";
import { verifyPoll } from "#core/polls/verify-poll.service.ts";
import { openDemo } from "../../support/demo-day.ts";

const app = await openDemo();

describe("the demo's polls", () => {
  test("are one of each state a newcomer wants to see", async () => {
    const polls = await app.read(visitor, (work) => listPolls(work));
    assert.deepEqual(
      polls.map(({ kind, title, state, secret, turnout }) => [kind, title, state, secret, turnout.voted]),
      [
        ["location", "Lake, ramp and hours for Winter Open", "open", false, 16],
        ["location", "Lake, ramp and hours for Icebreaker", "decided", false, 19],
        ["choice", "Where we hold the banquet", "tied", false, 14],
        ["election", "Officers of 2026", "decided", true, 22],
      ],
    );
  });

  test("decided what the club then had: the place of the tournament ahead, and its officers", async () => {
    const polls = await app.read(visitor, (work) => listPolls(work, { state: "decided" }));
    const won = await app.read(visitor, (work) =>
      Promise.all(polls.map(({ id }) => getPoll(work, { poll: id }))),
    );
    assert.deepEqual(
      won.map(({ questions }) =>
        questions.map(({ winner, options }) => options.find(({ id }) => id === winner)?.label),
      ),
      [
        ["Lake Travis", "Mansfield Dam", "7:15 am to 3:00 pm"],
        ["Wade Hollister", "Priya Raman"],
      ],
    );
  });

  test("are what their answers come to, and break no rule of the club", async () => {
    const officer = operator("tester");
    const verified = await app.read(officer, (work) =>
      Promise.all(["1", "2", "4"].map((poll) => verifyPoll(work, { poll }))),
    );
    assert.deepEqual(
      verified.map(({ problems }) => problems),
      [[], [], []],
    );
    const checks = await app.read(officer, (work) => checkClub(work, {}));
    assert.deepEqual(
      checks.flatMap(({ level, findings }) => (level === "wrong" ? findings : [])),
      [],
    );
  });
});
