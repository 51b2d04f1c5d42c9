import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { GuildScheduledEventStatus } from "discord.js";
import { clock } from "#core/actor.ts";
import { changeRoles } from "#core/anglers/roles.service.ts";
import { postNews } from "#core/news/post-news.service.ts";
import { Announcement } from "#core/notices/announcement.entity.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { announceOpenPolls } from "#core/polls/announce.service.ts";
import { setDiscordChannel } from "#core/seasons/discord.service.ts";
import { cancelTournament } from "#core/tournaments/cancel.service.ts";
import { editTournament } from "#core/tournaments/edit.service.ts";
import { restoreTournament } from "#core/tournaments/restore.service.ts";
import { botClub } from "../support/bot-club.ts";
import { office } from "../support/poll-club.ts";

const club = await botClub({ members: 3, pace: { reconcile: 300 } });
const { app, discord, members, people } = club;

const news = (title: string, body = "Come all.") =>
  app.write(office, (work) => postNews(work, { title, body }));
const edit = (changes: object) =>
  app.write(office, (work) => editTournament(work, { tournament: "2026-01", ...changes }));
const settled = async (title: RegExp) => {
  const all = await app.read(office, (work) => work.em.find(Announcement, {}, { disableIdentityMap: true }));
  return all.find(({ facts, state }) => state !== "sent" && title.test(JSON.stringify(facts)));
};
const untilIs = async (isSo: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error("Not within ten seconds.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const texts = (channel: string, words: RegExp) =>
  discord.channel(channel).messages.filter(({ text }) => words.test(text));
const calendar = "/guilds/{guild_id}/scheduled-events";
const openEvents = () =>
  discord.events.filter(({ status }) => status === GuildScheduledEventStatus.Scheduled);

describe("what the club says on Discord", { concurrency: false }, () => {
  test("stands where members vote until there is a channel for it, once, and pings nobody", async () => {
    await news("Spring banquet", "Come **all** @everyone, <@&1> too: [the hall](https://hall.example/).");
    const message = await club.shows("votes", ({ text }) => text.includes("Spring banquet"));
    assert.equal(
      message.text,
      "### Spring banquet\nCome **all** @\u200beveryone, <\u200b@&1> too: [the hall](https://hall.example/).",
    );
    assert.deepEqual(
      [message.pings, message.buttons.map(({ url }) => url)],
      [[], ["https://club.example/news/spring-banquet"]],
    );
    await app.write(office, (work) =>
      setDiscordChannel(work, { purpose: "news", channel: discord.channel("news").id }),
    );
  });

  test("a tournament that is set is announced, also where Discord's calendar is full", async () => {
    discord.faults.order({ on: `POST ${calendar}`, status: 400, code: 30_038 });
    discord.faults.order({ on: `POST ${calendar}`, status: 403, code: 50_013 });
    await edit({ lake: "north", ramp: "Pier", firstCast: "06:30", weighIn: "15:00" });
    const { text } = await club.shows("news", ({ text: said }) => said.includes("North Lake"));
    assert.equal(
      text,
      "### March, Sun 22 Mar 2026\nLake: **North Lake**\nRamp: **Pier**\nHours: **6:30 am to 3:00 pm**",
    );
  });

  test("it stands in the calendar once there is room and leave, with a pause before each try; and follows changes", async () => {
    await discord.until(() => openEvents().length === 1, { what: "the event" });
    const tries = discord.sent.filter(({ method, path }) => method === "POST" && path === calendar);
    assert.deepEqual(
      tries.map(({ status }) => status),
      [400, 403, 200],
    );
    for (const [at, { at: moment }] of tries.entries())
      assert.ok(at === 0 || moment - tries[at - 1]!.at >= 300, `the try ${at} came at once`);
    const [made] = openEvents();
    assert.deepEqual(
      [made?.name, made?.entity_metadata?.location, made && Date.parse(made.scheduled_start_time)],
      ["March", "North Lake, Pier", Date.parse("2026-03-22T06:30:00-05:00")],
    );
    await edit({ lake: "south", ramp: "Dam" });
    await club.shows("news", ({ text: said }) =>
      said.includes("changed\nLake: **South Lake** (before: North Lake)\nRamp: **Dam** (before: Pier)"),
    );
    await discord.until(() => openEvents()[0]?.entity_metadata?.location === "South Lake, Dam");
    assert.equal(openEvents().length, 1);
  });

  test("an event that was called off or taken out of Discord's calendar is made anew when it changes", async () => {
    openEvents()[0]!.status = GuildScheduledEventStatus.Canceled;
    await edit({ firstCast: "07:00" });
    await discord.until(() => openEvents().length === 1, { what: "the event instead of the one called off" });
    assert.ok(discord.sent.some(({ code }) => code === 180_000));
    const on = `PATCH ${calendar}/{guild_scheduled_event_id}`;
    discord.faults.order({ on, status: 404, code: 10_070 });
    await edit({ firstCast: "07:15" });
    await discord.until(() => openEvents().length === 2, { what: "the new event" });
  });

  test("a day before the close says how many have not voted, with the way to the ballot", async () => {
    await club.make();
    await club.at("2026-03-14T18:01");
    await announceOpenPolls(app, { actor: clock });
    const message = await club.shows("news", ({ text }) => /3 members have not voted yet/.test(text));
    const ballot = await people[0]!.press(message, "Vote");
    assert.deepEqual(
      ballot.message?.selects.map(({ placeholder }) => placeholder),
      ["Lake", "Hours"],
    );
  });

  test("under the poll's message there is one thread to talk in", async () => {
    const poll = await club.shows("votes", ({ thread }) => thread !== null);
    assert.equal(poll.thread, "Lake, ramp and hours for March");
    const asked = discord.sent.filter(({ path }) => path.endsWith("/threads"));
    assert.deepEqual(
      asked.map(({ status }) => status),
      [201],
    );
  });

  test("cancelled, it says so with the reason, and the event is called off", async () => {
    await app.write(office, (work) => cancelTournament(work, { tournament: "2026-01", reason: "flood" }));
    const { text } = await club.shows("news", ({ text: said }) => said.includes("Cancelled"));
    assert.equal(text, "### Cancelled: March, Sun 22 Mar 2026\nflood");
    // The one that Discord says it does not know stays in this one's book.
    await discord.until(() => openEvents().length === 1, { what: "the event is gone" });
  });

  test("restored, it says that it takes place after all, and the event stands again", async () => {
    await app.write(office, (work) =>
      restoreTournament(work, { tournament: "2026-01", reason: "the flood went by" }),
    );
    const { text } = await club.shows("news", ({ text: said }) => said.includes("After all"));
    assert.equal(
      text,
      "### After all: March\nIt takes place: **Sun 22 Mar 2026**, from 7:15 am.\nthe flood went by",
    );
    await discord.until(() => openEvents().length === 2, { what: "the event stands" });
  });
});

describe("an announcement that meets trouble", { concurrency: false }, () => {
  test("taken with a 5xx all the same stands once", async () => {
    discord.faults.order({
      on: "POST /channels/{channel_id}/messages",
      status: 502,
      when: "after",
      times: 2,
    });
    await news("Dock day");
    await untilIs(async () => (await settled(/Dock day/)) !== undefined);
    await club.at("2026-03-14T18:03");
    await untilIs(async () => (await settled(/Dock day/)) === undefined);
    assert.equal(texts("news", /Dock day/).length, 1);
  });

  test("whose channel is gone stands where members vote", async () => {
    discord.channel("news").remove();
    await news("Ramp closed");
    await club.shows("votes", ({ text }) => text.includes("Ramp closed"));
  });

  test("that has no channel left is told to the admins by mail", async () => {
    await app.write(office, (work) =>
      changeRoles(work, { reference: String(members[0]!.anglerId), grant: ["admin"], revoke: [] }),
    );
    discord.channel("votes").remove();
    await news("Found a hat");
    await untilIs(async () => {
      const told = await app.read(office, (work) => work.em.find(Notice, { purpose: "not-announced" }));
      return told.some(({ facts }) => facts["what"] === "News: Found a hat");
    });
  });
});
