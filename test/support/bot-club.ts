import { after } from "node:test";
import type { BotPace } from "../../bot/pace.ts";
import { type RunningBot, startBot } from "../../bot/bot.ts";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { type Config, Secret } from "#core/config.ts";
import { setDiscordChannel, setDiscordRole } from "#core/seasons/discord.service.ts";
import type { DiscordGiven, LocalDiscord } from "./discord/discord.ts";
import type { Person } from "./discord/person.ts";
import type { SeenMessage } from "./discord/seen.ts";
import { type Members, office, type PollClub, pollClub } from "./poll-club.ts";
import { startDiscord } from "./start-discord.ts";

/** A club whose members vote on a Discord of its own, by a bot that makes no pauses worth waiting for. */
export interface BotClub extends PollClub {
  discord: LocalDiscord;
  config: Config & { discordToken: Secret };
  bot: RunningBot;
  /** All that were started, the first one first. */
  bots: readonly RunningBot[];
  /** The members on Discord, each with their account linked. */
  people: Person[];
  /** Starts the bot, or one more. */
  start: (pace?: Partial<BotPace>) => RunningBot;
  /** What stands in a channel, once it is as it should be. */
  shows: (channel: string, isSo: (message: SeenMessage) => boolean) => Promise<SeenMessage>;
}

// What is looked at often costs a loaded machine more than what is waited for.
const quick: Partial<BotPace> = { look: 100, fresh: 20, apart: 10, old: 20, turn: 50, first: 20, jobs: 0.1 };

export async function botClub({
  members: whom,
  pace: given,
  server = {},
}: {
  members: Members;
  pace?: Partial<BotPace>;
  /** What is other than usual about its Discord. */
  server?: DiscordGiven;
}): Promise<BotClub> {
  const bots: RunningBot[] = [];
  // What is said first is done first: bots leave while there is a club and a Discord to leave.
  after(() => Promise.allSettled(bots.map((bot) => bot.drain())));
  const club = await pollClub({ members: whom });
  const { app, members } = club;
  const discord = await startDiscord({ time: "2026-03-12T05:00:00-05:00", pace: 0.02, ...server });
  const config = {
    ...app.config,
    publicUrl: new URL("https://club.example/"),
    discordToken: new Secret(discord.token),
    discordGuild: discord.guildId,
    discordApi: discord.api,
  };
  const people = members.map(({ name }) => discord.member({ name, roles: ["member"] }));
  await app.write(office, async (work) => {
    await setDiscordChannel(work, { purpose: "polls", channel: discord.channel("votes").id });
    await setDiscordChannel(work, { purpose: "officers", channel: discord.channel("officers").id });
    await setDiscordRole(work, { role: discord.role("member") });
    for (const [at, { anglerId }] of members.entries())
      await linkDiscord(work, { angler: String(anglerId), discordId: people[at]!.id });
  });
  const start: BotClub["start"] = (pace = { ...quick, ...given }) => {
    const bot = startBot(app, config, { pace });
    bots.push(bot);
    return bot;
  };
  const at = async (moment: string): Promise<void> => {
    discord.clock.set(`${moment.padEnd(19, ":00")}-05:00`);
    await club.at(moment);
  };
  const bot = start();
  await bot.ready;
  const shows: BotClub["shows"] = async (channel, isSo) => {
    const find = () => discord.channel(channel).messages.find(isSo);
    await discord.until(() => find() !== undefined, { what: `a message in ${channel} as it should be` });
    return find()!;
  };
  return { ...club, at, discord, config, bot, bots, people, start, shows };
}
