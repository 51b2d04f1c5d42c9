import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { type App, openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { setDiscordChannel } from "#core/seasons/discord.service.ts";
import { type LocalDiscord, openDiscord } from "../test/support/discord/discord.ts";
import type { Person } from "../test/support/discord/person.ts";
import type { SeenMessage } from "../test/support/discord/seen.ts";
import { withTemporaryHome } from "./temporary-home.ts";
import { officer, votingClub } from "./voting-club.ts";

/** A poll in its channel, members who may press, and the real bot in a process of its own. */
export interface BotNight {
  discord: LocalDiscord;
  people: Person[];
  /** The poll as it is drawn now. */
  message: () => SeenMessage;
  /** The poll as it is kept. */
  poll: () => Promise<PollShown>;
  /** Milliseconds of work of the bot's process since it began. */
  work: () => Promise<number>;
}

/** The Discord on loopback judges nothing here: its work would be taken from the bot's processors. */
export const withBotNight = <T>(
  { members }: { members: number },
  run: (night: BotNight) => Promise<T>,
): Promise<T> =>
  withTemporaryHome(async (home) => {
    const app = await openApp(loadConfig({ home, env: {} }));
    const discord = await openDiscord({ judged: false });
    try {
      return await withBot(home, { app, discord, members }, run);
    } finally {
      await discord.close();
      await app.close();
    }
  });

async function withBot<T>(
  home: string,
  { app, discord, members: count }: { app: App; discord: LocalDiscord; members: number },
  run: (night: BotNight) => Promise<T>,
): Promise<T> {
  const { members, poll } = await votingClub(app, { members: count });
  const people = members.map(({ name }) => discord.member({ name, roles: ["member"] }));
  await app.write(officer, async (work) => {
    await setDiscordChannel(work, { purpose: "polls", channel: discord.channel("votes").id });
    for (const [at, { anglerId }] of members.entries())
      await linkDiscord(work, { angler: String(anglerId), discordId: people[at]!.id });
  });
  const bot = startBot(home, discord);
  try {
    const find = () => discord.channel("votes").messages.find(({ buttons }) => buttons.length > 0);
    await discord.until(() => find() !== undefined, { what: "the poll in its channel" });
    return await run({
      discord,
      people,
      message: () => find()!,
      poll: () => app.read(officer, (work) => getPoll(work, { poll: poll.id })),
      work: () => workOf(bot),
    });
  } finally {
    bot.kill("SIGTERM");
    if (bot.exitCode === null) await once(bot, "exit");
  }
}

function startBot(home: string, discord: LocalDiscord): ChildProcess {
  const env = {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_GUILD: discord.guildId,
    DISCORD_API: discord.api,
    LOG_LEVEL: "silent",
  };
  return fork("cli/sabc.ts", ["serve", "--bot", "--home", home], {
    env,
    execArgv: ["--import", join(import.meta.dirname, "working-process.ts")],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

async function workOf(bot: ChildProcess): Promise<number> {
  const answer = once(bot, "message");
  bot.send("work?");
  const [work] = (await answer) as [number];
  return work;
}
