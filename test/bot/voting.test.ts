import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { clock } from "#core/actor.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { castProxy } from "#core/polls/proxy.service.ts";
import { getPoll, listPolls, type PollShown } from "#core/polls/polls.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { botClub } from "../support/bot-club.ts";
import type { Person, Reply } from "../support/discord/person.ts";
import { cutWhileVoting } from "../support/held-poll.ts";
import { choose, office } from "../support/poll-club.ts";

const club = await botClub({ members: 5 });
const { app, discord, people, members } = club;
const [ann, bob, cal, dee, eve] = people as [Person, Person, Person, Person, Person];
const guest = discord.member({ name: "Gus Guest" });

const shown = (words: RegExp) => club.shows("votes", ({ text }) => words.test(text));
const pollNamed = async (name: string) =>
  (await app.read(office, (work) => listPolls(work))).find(({ title }) => title === name)!;
const labels = ({ message }: Reply) => message?.buttons.map(({ label }) => label);

describe("a location poll on Discord", { concurrency: false }, () => {
  let poll: PollShown;
  const look = () => app.read(members[0]!, (work) => getPoll(work, { poll: poll.id }));

  test("is posted once it opens, and pings the members' role once", async () => {
    poll = await club.make();
    await club.at("2026-03-12T06:00");
    const message = await shown(/0 of 5 members have voted/);
    assert.deepEqual(
      message.buttons.map(({ label, url }) => [label, url]),
      [
        ["Vote", null],
        ["My vote", null],
        ["On the website", "https://club.example/tournaments/2026-01"],
      ],
    );
    assert.deepEqual(message.pings, ["@member"]);
  });

  test("a ballot is filled in select by select, cast, and shown as the vote", async () => {
    let ballot = await ann.press(await shown(/members have voted/), "Vote");
    assert.equal(ballot.message?.private, true);
    assert.deepEqual(
      ballot.message.selects.map(({ placeholder }) => placeholder),
      ["Lake", "Hours"],
    );
    assert.deepEqual(labels(ballot), []);
    ballot = await ann.choose(ballot, "Lake", ["North Lake"]);
    ballot = await ann.choose(ballot, "Ramp", ["Cove"]);
    ballot = await ann.choose(ballot, "Hours", ["6:30 am to 2:30 pm"]);
    const said = await ann.press(ballot, "Cast vote");
    assert.match(
      said.text,
      /^Your vote is in\.\nLake: \*\*North Lake\*\*\nRamp: \*\*Cove\*\*\nHours: \*\*6:30 am to 2:30 pm\*\*\n/,
    );
    assert.deepEqual(labels(said), ["Change my vote", "Withdraw my vote"]);
    await shown(/1 of 5 members has voted/);
  });

  test("a vote on the site shows in the channel, and a change on Discord leaves one ballot", async () => {
    const choices = choose(poll, "South Lake", "Dam", "7:00 am to 3:00 pm");
    await app.write(members[1]!, (work) => castVote(work, { poll: String(poll.id), choices }));
    const message = await shown(/2 of 5 members have voted/);
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
    assert.deepEqual((await look()).turnout, { voted: 2, members: 5 });
    const again = await bob.press(said, "Change my vote");
    assert.match((await bob.press(again, "Cast vote")).text, /^That was your vote already/);
  });

  test("another lake takes the ramp of the one before away", async () => {
    let ballot = await ann.press(await shown(/members have voted/), "Vote");
    ballot = await ann.choose(ballot, "Lake", ["South Lake"]);
    assert.deepEqual(
      ballot.message?.selects.map(({ placeholder, options }) => [
        placeholder,
        options.find(({ chosen }) => chosen)?.label,
      ]),
      [
        ["Lake", "South Lake"],
        ["Ramp", undefined],
        ["Hours", "6:30 am to 2:30 pm"],
      ],
    );
    assert.deepEqual(labels(ballot), ["Withdraw my vote"]);
  });

  test("one's vote is shown, withdrawn, and then there is none", async () => {
    const message = await shown(/members have voted/);
    const mine = await bob.press(message, "My vote");
    assert.match(mine.text, /Lake: \*\*South Lake\*\*/);
    const taken = await bob.press(mine, "Withdraw my vote");
    assert.match(taken.text, /^Your vote is withdrawn; you have none in this poll now\.\nIt was: Lake/);
    assert.equal((await bob.press(message, "My vote")).text, "You have not voted in this poll.");
    await shown(/1 of 5 members has voted/);
  });

  test("who is told that an officer entered the vote makes it their own by changing it", async () => {
    await app.write(office, (work) =>
      castProxy(work, {
        poll: String(poll.id),
        member: String(members[2]!.anglerId),
        options: ["South Lake", "Dam", "6:30 am to 2:30 pm"],
        reason: "asked by phone",
      }),
    );
    const mine = await cal.press(await shown(/2 of 5/), "My vote");
    assert.match(mine.text, /An officer entered this vote for you\. Change it, and it is your own\./);
  });

  test("who is linked to nobody is told how to be", async () => {
    const said = await guest.press(await shown(/members have voted/), "Vote");
    assert.match(said.text, new RegExp(`not linked .* \`${guest.id}\``));
    assert.deepEqual(labels(said), ["Link my account"]);
    assert.equal((await guest.press(await shown(/have voted/), "My vote")).text, said.text);
  });

  test("a click in time counts after the close, and later it is said what stands", async () => {
    const filled = async (who: Person) => {
      let ballot = await who.press(await shown(/members have voted/), "Vote");
      for (const [select, option] of [
        ["Lake", "South Lake"],
        ["Ramp", "Dam"],
        ["Hours", "6:30 am to 2:30 pm"],
      ] as const)
        ballot = await who.choose(ballot, select, [option]);
      return ballot;
    };
    const [dees, eves, anns] = [await filled(dee), await filled(eve), await filled(ann)];
    await club.at("2026-03-15T18:00");
    const late = await dee.press(dees, "Cast vote", { at: "2026-03-15T17:59:59-05:00" });
    assert.match(late.text, /^Your vote is in\.\nLake: \*\*South Lake\*\*\nRamp: .*\nHours: .*$/);
    assert.equal((await ann.press(anns, "Cast vote")).text, "The poll is closed. Your vote stands.");
    assert.equal((await eve.press(eves, "Cast vote")).text, "The poll is closed. You had not voted.");
  });

  test("once it is counted the message turns grey and one reply says what won", async () => {
    await club.at("2026-03-15T18:01");
    await closeDuePolls(app, { actor: clock });
    const message = await shown(/3 of 5 members voted/);
    assert.deepEqual(
      message.buttons.map(({ label }) => label),
      ["On the website"],
    );
    const result = await shown(/### .*\nLake: \*\*South Lake\*\*/);
    assert.match(result.text, /Ramp: \*\*Dam\*\*\nHours: \*\*6:30 am to 2:30 pm\*\*\n3 of 5 members voted\./);
    assert.equal(discord.channel("votes").messages.length, 2);
  });
});

describe("other polls on Discord", { concurrency: false }, () => {
  const closes = { day: "2026-03-18", time: "18:00" };

  test("a few options are a button each, and one press is the vote", async () => {
    await app.write(office, (work) =>
      createPoll(work, { kind: "yes-no", title: "A second pot?", closes, totals: "live" }),
    );
    const message = await shown(/A second pot/);
    assert.deepEqual(
      message.buttons.map(({ label }) => label),
      ["Yes", "No", "My vote", "On the website"],
    );
    assert.match((await ann.press(message, "Yes")).text, /^Your vote is in\.\n.*\*\*Yes\*\*/);
    assert.match((await ann.press(message, "Yes")).text, /^That was your vote already/);
    assert.match((await ann.press(message, "No")).text, /^Your vote is changed\.\n.*\*\*No\*\*/);
    await shown(/A second pot[\s\S]*\*\*1\*\* No/);
  });

  test("an election is looked over, cast for good, and its codes are shown once", async () => {
    const [one, two] = members;
    await app.write(office, (work) =>
      createPoll(work, {
        kind: "election",
        year: 2027,
        closes,
        offices: [
          { office: "President", candidates: [one!.name, two!.name] },
          { office: "Secretary", candidates: [two!.name] },
        ],
      }),
    );
    const message = await shown(/Officers of 2027/);
    let ballot = await ann.press(message, "Vote");
    ballot = await ann.choose(ballot, "President", [two!.name]);
    ballot = await ann.press(ballot, "Look over my ballot");
    assert.match(
      ballot.text,
      /President: \*\*Member 0002\*\*\nSecretary: \*\*abstain\*\*\nA secret ballot is final/,
    );
    const said = await ann.press(ballot, "Cast my secret ballot");
    assert.match(said.text, /^Your secret ballot is in, and final\.\n[\s\S]*President: `[2-9A-Z-]{14}`$/);
    assert.deepEqual(labels(said), []);
    const again = await ann.press(message, "Vote");
    assert.equal(
      again.text,
      "Your secret ballot is in already. It is final, and nobody knows which one it is.",
    );
    assert.match((await ann.press(message, "My vote")).text, /^Your secret ballot is in\./);
  });

  test("a press whose connection is cut is taken up again and counts once", async () => {
    const [message, poll] = [await shown(/A second pot/), await pollNamed("A second pot?")];
    const said = await cutWhileVoting(app, { poll: poll.id }, () => bob.press(message, "Yes"));
    assert.match(said.text, /^Your vote is in\./);
    await shown(/A second pot[\s\S]*\*\*1\*\* Yes/);
  });

  test("of a secret ballot nobody can say whether it was in before the connection was cut", async () => {
    const [message, poll] = [await shown(/Officers of 2027/), await pollNamed("Officers of 2027")];
    let ballot = await bob.choose(await bob.press(message, "Vote"), "President", [members[1]!.name]);
    ballot = await bob.press(ballot, "Look over my ballot");
    const said = await cutWhileVoting(app, { poll: poll.id }, () =>
      bob.press(ballot, "Cast my secret ballot"),
    );
    assert.match(
      said.text,
      /^The connection was lost in the middle: whether your vote was saved is not known\./,
    );
    assert.match((await bob.press(message, "My vote")).text, /^You have not voted/);
  });
});
