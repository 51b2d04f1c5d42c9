import { after } from "node:test";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { setDiscordChannel } from "#core/seasons/discord.service.ts";
import type { Road, VotingClub } from "./killed-votes.ts";
import { office } from "./poll-club.ts";
import { type Running, startSabc, until } from "./process.ts";
import { startDiscord } from "./start-discord.ts";

/** The bot in a process of its own that can be killed, and the way of a press through it. */
export interface NightBot {
  road: Road;
  /** `kill -9`; another one is started. */
  kill: () => Promise<void>;
  /** How those that are gone came to their ends. */
  ends: readonly string[];
}

/** Has the poll stand on a Discord of its own, every member with a linked account. */
export async function nightBot({ home, app, poll, members }: VotingClub): Promise<NightBot> {
  const discord = await startDiscord({ pace: 0.02 });
  const people = new Map(members.map(({ id, name }) => [id, discord.member({ name, roles: ["member"] })]));
  await app.write(office, async (work) => {
    await setDiscordChannel(work, { purpose: "polls", channel: discord.channel("votes").id });
    for (const [id, person] of people) await linkDiscord(work, { angler: String(id), discordId: person.id });
  });
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_GUILD: discord.guildId,
    DISCORD_API: discord.api,
    LOG_LEVEL: "silent",
  };
  const start = (): Running => startSabc(["serve", "--bot"], { home, env });
  let bot = start();
  let over = false;
  after(() => {
    over = true;
    bot.child.kill("SIGKILL");
  });
  const ends: string[] = [];
  // Whatever it ended of, as whoever minds processes does.
  const mind = async (): Promise<void> => {
    const { code, signal, stderr } = await bot.ended;
    if (over) return;
    ends.push(signal ?? `${code}: ${stderr.trim().split("\n").at(-1)}`);
    bot = start();
    await mind();
  };
  void mind();
  const find = () => discord.channel("votes").messages.find(({ buttons }) => buttons.length > 0);
  await until(() => find() !== undefined, { what: `poll ${poll.id} stands in its channel` });
  const message = find()!;
  return {
    road: async ({ angler, labels }) => {
      const { text } = await people.get(angler)!.press(message, labels[0]!);
      // Nothing was said, or no more than that the bot is thinking.
      return text === "" ? "unknown" : outcomeOf(text);
    },
    kill: async () => {
      const killed = bot;
      killed.child.kill("SIGKILL");
      await killed.ended;
    },
    ends,
  };
}

/** What the bot's words mean; words that are not known are told as they are. */
function outcomeOf(text: string): string {
  const known = Object.entries(words).find(([beginning]) => text.startsWith(beginning));
  return known?.[1] ?? text;
}

const words: Record<string, string> = {
  "Your vote is in.": "recorded",
  "Your vote is changed.": "changed",
  "That was your vote already": "same",
  "Your vote stands": "repeated",
  "The club is busy": "unknown",
  "The club's book is closed": "unknown",
  "The connection was lost in the middle": "unknown",
};
