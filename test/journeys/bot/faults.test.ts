import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { postNews } from "#core/news/post-news.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import type { PollShown } from "#core/polls/polls.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { botClub } from "../../support/bot-club.ts";
import type { SeenMessage } from "../../support/discord/seen.ts";
import { withPollHeld } from "../../support/held-poll.ts";
import { office } from "../../support/poll-club.ts";

const club = await botClub({ members: 6, server: { judged: false } });
const { app, discord, people, members } = club;
const [ann, bob] = people as [(typeof people)[0], (typeof people)[0]];
const votes = discord.channel("votes");

await club.at("2026-03-12T12:00");

const where = (
  title: string,
  { day = "2026-03-19", options = ["North", "South"] } = {},
): Promise<PollShown> =>
  app.write(office, (work) =>
    createPoll(work, { kind: "choice", title, options, closes: { day, time: "18:00" } }),
  );
const shown = (poll: PollShown, words: RegExp = /./): Promise<SeenMessage> =>
  club.shows("votes", ({ text }) => text.includes(poll.title) && words.test(text));
const ofPoll = ({ title }: PollShown): SeenMessage[] =>
  votes.messages.filter(({ text }) => text.includes(title));
const onTheSite = (poll: PollShown, { by }: { by: number }) =>
  app.write(members[by]!, (work) => {
    const [{ id: question, options }] = poll.questions as [PollShown["questions"][0]];
    const choices = [{ question, option: options[0]!.id }];
    return castVote(work, { poll: String(poll.id), choices });
  });
const firstLine = ({ text }: { text: string }): string => text.split("\n")[0]!;
const posting = "POST /channels/{channel_id}/messages";
const drawing = "PATCH /channels/{channel_id}/messages/{message_id}";

describe("a line that fails", { concurrency: false }, () => {
  let poll: PollShown;
  const losses: [label: string, lose: () => void][] = [
    ["is cut", () => discord.gateway.drop()],
    ["is to be made anew", () => discord.gateway.askToReconnect()],
    ["has an invalid session", () => discord.gateway.invalidate({ resumable: true })],
  ];
  for (const [at, [label, lose]] of losses.entries()) {
    test(`${label}: what is pressed meanwhile is answered and counted`, async () => {
      poll ??= await where("Any line");
      const message = await shown(poll);
      lose();
      assert.equal(firstLine(await people[at]!.press(message, "North")), "Your vote is in.");
      await shown(poll, new RegExp(`\\b${at + 1} of 6`));
    });
  }

  test("an outage of Discord: what is voted meanwhile on the site shows afterwards", async () => {
    await discord.goDown();
    await onTheSite(poll, { by: 3 });
    await discord.comeBack();
    await shown(poll, /\b4 of 6/);
    await discord.until(() => discord.gateway.links === 1);
    assert.equal(firstLine(await people[4]!.press(await shown(poll), "North")), "Your vote is in.");
  });

  test("a server that is out of order for a while: what was deleted meanwhile stands again after it", async () => {
    const message = await shown(poll);
    discord.loseGuild();
    await onTheSite(poll, { by: 5 });
    await shown(poll, /\b6 of 6/);
    votes.delete(message);
    discord.restoreGuild();
    assert.notEqual((await shown(poll, /\b6 of 6/)).id, message.id);
  });
});

describe("what Discord says", { concurrency: false }, () => {
  test("an error after the message was posted: it stands there once", async () => {
    discord.faults.order({ on: posting, status: 502, when: "after", times: 3 });
    const poll = await where("Once only");
    await shown(poll);
    await onTheSite(poll, { by: 0 });
    await shown(poll, /\b1 of 6/);
    assert.equal(ofPoll(poll).length, 1);
  });

  test("wait: it is drawn after that", async () => {
    const poll = await where("Not so quick");
    await shown(poll);
    discord.faults.order({ on: drawing, status: 429, retryAfter: 0.2 });
    await onTheSite(poll, { by: 0 });
    await shown(poll, /\b1 of 6/);
  });

  test("errors for a while: it is drawn in the end", async () => {
    const poll = await where("Patiently");
    await shown(poll);
    discord.faults.order({ on: drawing, status: 500, times: 4 });
    await onTheSite(poll, { by: 0 });
    await shown(poll, /\b1 of 6/);
  });

  test("the message is gone: it is posted once more, and deleted again it stays away", async () => {
    const poll = await where("Deleted");
    votes.delete(await shown(poll));
    await onTheSite(poll, { by: 0 });
    votes.delete(await shown(poll, /\b1 of 6/));
    const gone = () => discord.sent.filter(({ code }) => code === 10_008).length;
    const before = gone();
    await onTheSite(poll, { by: 1 });
    await discord.until(() => gone() > before);
    const other = await where("Another");
    await shown(other);
    assert.deepEqual(ofPoll(poll), []);
  });

  test("what was sent is wrong: plain words stand there, once", async () => {
    discord.faults.order({ on: posting, status: 400, code: 50_035 });
    const { length } = votes.messages;
    await where("Too much");
    const plain = await club.shows("votes", ({ text }) => /cannot be shown here as it should/.test(text));
    assert.equal(plain.buttons.length, 1);
    assert.equal(votes.messages.length, length + 1);
  });

  test("the bot may not write there: votes go on elsewhere, and nothing is tried at once again", async () => {
    const poll = await where("Forbidden");
    await shown(poll);
    votes.forbid("SendMessages", "ViewChannel");
    const refused = () => discord.sent.filter(({ code }) => code === 50_001).length;
    const before = refused();
    await onTheSite(poll, { by: 0 });
    await discord.until(() => refused() > before);
    votes.forgive();
  });
});

describe("a press", { concurrency: false }, () => {
  test("while the club is slow gets one answer, late", async () => {
    const poll = await where("Slowly");
    const message = await shown(poll);
    const { length } = discord.sent;
    const reply = await withPollHeld(app, { poll: poll.id, milliseconds: 2_900 }, () =>
      ann.press(message, "North"),
    );
    assert.equal(firstLine(reply), "Your vote is in.");
    assert.ok(reply.acknowledgedAfter < 2_900 && reply.answeredAfter >= 2_800, `${reply.answeredAfter}`);
    const answers = discord.sent.slice(length).filter(({ path }) => /callback|webhooks/.test(path));
    assert.deepEqual(
      answers.map(({ method, status }) => [method, status]),
      [
        ["POST", 204],
        ["PATCH", 200],
      ],
    );
  });
});

describe("a ballot that cannot be cast now", { concurrency: false }, () => {
  test("stays as it was filled in, and is cast by the same button later", async () => {
    const poll = await where("Held up", { options: ["A", "B", "C", "D", "E", "F"] });
    let ballot = await ann.press(await shown(poll), "Vote");
    ballot = await ann.choose(ballot, "Held up", ["B"]);
    // Longer than the database waits for its turn.
    await withPollHeld(app, { poll: poll.id, milliseconds: 3_300 }, () => ann.press(ballot, "Cast vote"));
    const said = () => ann.sees(votes).find(({ text }) => text.startsWith("The club is busy for a moment"));
    await discord.until(() => said() !== undefined, { what: "word that it was not cast" });
    assert.equal(said()?.private, true);
    assert.equal(firstLine(await ann.press(ballot, "Cast vote")), "Your vote is in.");
  });
});

describe("a bot that starts anew", { concurrency: false }, () => {
  test("goes on in the middle of a ballot, and says what has come meanwhile", async () => {
    const ending = await where("Ends meanwhile", {
      day: "2026-03-12",
      options: ["A", "B", "C", "D", "E", "F"],
    });
    let late = await ann.press(await shown(ending), "Vote");
    late = await ann.choose(late, "Ends meanwhile", ["B"]);
    const deleted = await where("Deleted meanwhile");
    const seen = await shown(deleted);
    const poll = await club.make();
    let ballot = await bob.press(await shown(poll), "Vote");
    ballot = await bob.choose(ballot, "Lake", ["South Lake"]);
    await club.bot.drain();
    votes.delete(seen);
    await club.at("2026-03-12T18:00:06");
    await closeDuePolls(app, { actor: office });
    await app.write(office, (work) => postNews(work, { title: "Waited for the bot", body: "It did." }));
    await club.start().ready;
    assert.equal(firstLine(await ann.press(late, "Cast vote")), "The poll is closed. You had not voted.");
    ballot = await bob.choose(ballot, "Ramp", ["Dam"]);
    ballot = await bob.choose(ballot, "Hours", ["7:00 am to 3:00 pm"]);
    assert.equal(firstLine(await bob.press(ballot, "Cast vote")), "Your vote is in.");
    await shown(poll, /\b1 of 6/);
    await shown(ending, /Nobody voted/);
    await shown(deleted);
    await club.shows("votes", ({ text }) => text.includes("Waited for the bot"));
    assert.equal(votes.messages.filter(({ text }) => text.includes("Waited for the bot")).length, 1);
  });

  test("answers what was pressed before it was ready, while its server is out of order", async () => {
    const poll = await where("Early");
    const message = await shown(poll);
    await Promise.all(club.bots.map((bot) => bot.drain()));
    discord.loseGuild();
    const bot = club.start();
    let ready = false;
    void bot.ready.then(() => (ready = true));
    await discord.until(() => discord.gateway.links === 1);
    const pressed = ann.press(message, "North");
    assert.equal(ready, false);
    assert.equal(firstLine(await pressed), "Your vote is in.");
    discord.restoreGuild();
    await shown(poll, /\b1 of 6/);
  });

  test("has left for good where Discord was away, and another one comes on line once it is back", async () => {
    await discord.goDown();
    await Promise.all(club.bots.map((bot) => bot.drain()));
    const bot = club.start();
    const { identified } = discord.gateway;
    await pause(50);
    await discord.comeBack();
    await bot.ready;
    // As long as one that is not gone would take to come back.
    await pause(700);
    assert.deepEqual([discord.gateway.links, discord.gateway.identified], [1, identified + 1]);
  });

  test("leaves no press without a word, and keeps what it said", async () => {
    const poll = await where("While leaving");
    const message = await shown(poll);
    const presses = people.map((person) => person.press(message, "South"));
    await Promise.all(club.bots.map((bot) => bot.drain()));
    const said = (await Promise.all(presses)).map(firstLine);
    const kept = said.filter((line) => line === "Your vote is in.").length;
    assert.deepEqual(
      said.filter((line) => !/^Your vote is in\.$|^The bot is just starting anew/.test(line)),
      [],
    );
    await club.start().ready;
    await shown(poll, new RegExp(`\\b${kept} of 6`));
  });

  test("waits while another one runs, and takes its place; without a token that counts it ends", async () => {
    const [one, other] = [club.bots.at(-1)!, club.start()];
    const { identified } = discord.gateway;
    await one.drain();
    await other.ready;
    assert.equal(discord.gateway.identified, identified + 1);
    discord.revokeToken();
    await assert.rejects(other.stopped, { code: "discord-refused" });
  });
});
