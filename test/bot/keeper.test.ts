import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { changeRoles } from "#core/anglers/roles.service.ts";
import { findPollStanding } from "#core/polls/posted-messages.service.ts";
import { setDiscordChannel } from "#core/seasons/discord.service.ts";
import { botClub } from "../support/bot-club.ts";
import { office } from "../support/poll-club.ts";

const club = await botClub({ members: 2, pace: { reconcile: 100 } });
const { app, discord } = club;
const votes = discord.channel("votes");

const shown = (channel: string, words: RegExp) => club.shows(channel, ({ text }) => words.test(text));
const make = async (title: string): Promise<number> => {
  const closes = { day: "2026-03-18", time: "18:00" };
  const { id } = await app.write(office, (work) => createPoll(work, { kind: "yes-no", title, closes }));
  return id;
};
const lost = async (poll: number) => {
  const standing = await app.read(office, (work) => findPollStanding(work, { poll }));
  return standing?.posted.find(({ kind }) => kind === "poll")?.lost;
};
const becomes = async (poll: number, reason: string | null) => {
  const end = performance.now() + 20_000;
  while ((await lost(poll)) !== reason) {
    assert.ok(performance.now() < end, `not ${reason} within 20 seconds`);
    await pause(20);
  }
};
const told = async () => {
  const notices = await app.read(office, (work) => work.em.find(Notice, { purpose: "not-announced" }));
  return notices.map(({ facts }) => facts);
};

describe("what stands in a channel", { concurrency: false }, () => {
  test("is posted again where it was deleted, but not a second time within the hour", async () => {
    await app.write(office, (work) =>
      changeRoles(work, { reference: String(club.members[0]!.anglerId), grant: ["admin"], revoke: [] }),
    );
    const poll = await make("A longer season?");
    const first = await shown("votes", /A longer season/);
    votes.delete(first);
    const second = await shown("votes", /A longer season/);
    assert.notEqual(second.id, first.id);
    assert.deepEqual(second.pings, []);
    votes.delete(second);
    await becomes(poll, "message-gone");
    assert.deepEqual(votes.messages, []);
    assert.deepEqual(await told(), [
      { what: "The poll A longer season?", failure: "the message was deleted twice within an hour" },
    ]);
  });

  test("waits where the bot may not post, and is posted once it may", async () => {
    votes.forbid("SendMessages");
    const poll = await make("A new trophy?");
    await becomes(poll, "not-allowed");
    votes.forgive();
    await shown("votes", /A new trophy/);
    await becomes(poll, null);
  });

  test("moves to the channel an officer names when its own is gone", async () => {
    votes.remove();
    const poll = await make("A second net?");
    await becomes(poll, "channel-gone");
    const channel = discord.channel("news").id;
    await app.write(office, (work) => setDiscordChannel(work, { purpose: "polls", channel }));
    await shown("news", /A second net/);
    await shown("news", /A new trophy/);
    await becomes(poll, null);
  });
});
