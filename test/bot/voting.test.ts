import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { botClub } from "../support/bot-club.ts";
import { choose } from "../support/poll-club.ts";

const club = await botClub({ members: 4 });
const { app, people, members } = club;
const [ann, bob] = people as [(typeof people)[0], (typeof people)[0]];

describe("a location poll on Discord", { concurrency: false }, () => {
  let poll: PollShown;
  const look = () => app.read(members[0]!, (work) => getPoll(work, { poll: poll.id }));
  const shown = (words: RegExp) => club.shows("votes", ({ text }) => words.test(text));

  test("is posted once it opens, and pings the members' role once", async () => {
    poll = await club.make();
    await club.at("2026-03-12T06:00");
    const message = await shown(/0 of 4 members have voted/);
    assert.deepEqual(
      message.buttons.map(({ label, url }) => [label, url]),
      [
        ["Vote", null],
        ["My vote", null],
        ["On the website", `https://club.example/polls/${poll.id}`],
      ],
    );
    assert.deepEqual(message.pings, ["@member"]);
  });

  test("a ballot is filled in select by select, cast, and shown as the vote", async () => {
    let ballot = await ann.press(await shown(/members have voted/), "Vote");
    assert.equal(ballot.message?.private, true);
    assert.deepEqual(
      ballot.message?.selects.map(({ placeholder }) => placeholder),
      ["Lake", "Hours"],
    );
    ballot = await ann.choose(ballot, "Lake", ["North Lake"]);
    ballot = await ann.choose(ballot, "Ramp", ["Cove"]);
    ballot = await ann.choose(ballot, "Hours", ["6:30 am to 2:30 pm"]);
    const said = await ann.press(ballot, "Cast vote");
    assert.match(
      said.text,
      /^Your vote is in\.\nLake: \*\*North Lake\*\*\nRamp: \*\*Cove\*\*\nHours: \*\*6:30 am to 2:30 pm\*\*\n/,
    );
    await shown(/1 of 4 members has voted/);
  });

  test("a vote on the site shows in the channel, and a change on Discord leaves one ballot", async () => {
    const choices = choose(poll, "South Lake", "Dam", "7:00 am to 3:00 pm");
    await app.write(members[1]!, (work) => castVote(work, { poll: String(poll.id), choices }));
    const message = await shown(/2 of 4 members have voted/);
    let ballot = await bob.press(message, "Vote");
    assert.deepEqual(
      ballot.message?.selects.flatMap(({ options }) =>
        options.filter(({ chosen }) => chosen).map(({ label }) => label),
      ),
      ["South Lake", "Dam", "7:00 am to 3:00 pm"],
    );
    ballot = await bob.choose(ballot, "Hours", ["6:30 am to 2:30 pm"]);
    const said = await bob.press(ballot, "Cast vote");
    assert.match(said.text, /^Your vote is changed\.\n[\s\S]*Before: .*7:00 am to 3:00 pm/);
    assert.deepEqual((await look()).turnout, { voted: 2, members: 4 });
  });
});
