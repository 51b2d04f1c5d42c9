import assert from "node:assert/strict";
import { after, test } from "node:test";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { openApp } from "#core/app.ts";
import { Secret } from "#core/config.ts";
import { postNews } from "#core/news/post-news.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { setDiscordChannel } from "#core/seasons/discord.service.ts";
import { startBot } from "../../bot/bot.ts";
import { moveClock } from "../support/clock.ts";
import { testConfig } from "../support/database.ts";
import { foundPollClub, office } from "../support/poll-club.ts";
import { severedDatabase } from "../support/severed-database.ts";
import { startDiscord } from "../support/start-discord.ts";

// What is said first is done first: the bot leaves while there is a Discord to leave.
after(async () => {
  await bot.drain();
  await app.close();
});
const database = await severedDatabase();
await database.open();
const app = await openApp(testConfig(database.url));
await moveClock(app, "2026-03-12");
const discord = await startDiscord({ time: "2026-03-12T12:00:00-05:00", pace: 0.02 });
const year = 2026;
const [member] = await foundPollClub(app, {
  members: 1,
  year,
  tournament: { year, firstDay: "2026-03-22" },
});
const ann = discord.member({ name: member!.name });
await app.write(office, async (work) => {
  await setDiscordChannel(work, { purpose: "polls", channel: discord.channel("votes").id });
  await linkDiscord(work, { angler: String(member!.id), discordId: ann.id });
  await createPoll(work, {
    kind: "choice",
    title: "Where to?",
    options: ["North", "South"],
    totals: "live",
    closes: { day: "2026-03-15", time: "18:00" },
  });
});
const config = {
  ...app.config,
  discordToken: new Secret(discord.token),
  discordGuild: discord.guildId,
  discordApi: discord.api,
};
const bot = startBot(app, config, { pace: { look: 100, fresh: 20, turn: 50, first: 20, jobs: 0.1 } });
const votes = discord.channel("votes");
const shown = async (words: RegExp) => {
  const find = () => votes.messages.find(({ text }) => words.test(text));
  await discord.until(() => find() !== undefined, { what: String(words) });
  return find()!;
};

const closed = "The club's book is closed for a moment. Your vote was not changed; press again in a minute.";

test("while the database is away a press is told so, and all goes on where it stood once it is back", async () => {
  const message = await shown(/0 of 1 member/);
  await discord.until(() => discord.commands.length > 0, { what: "the commands" });
  await database.shut();
  // Discord takes no answer that comes later than three seconds after the press.
  for (const label of ["North", "My vote"]) {
    const { text } = await ann.press(message, label);
    assert.equal(text, closed, label);
  }
  assert.equal((await ann.command(votes, "polls")).text, closed);
  await database.open();
  assert.match((await ann.press(message, "North")).text, /^Your vote is in\./);
  await shown(/1 of 1 member/);
  await app.write(office, (work) => postNews(work, { title: "Back again", body: "All of it." }));
  await shown(/Back again/);
  assert.deepEqual([discord.gateway.identified, votes.messages.length], [1, 2]);
});
