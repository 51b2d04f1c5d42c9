import { after, afterEach } from "node:test";
import { type DiscordGiven, type LocalDiscord, openDiscord } from "./discord/discord.ts";

/**
 * A Discord on loopback, ended with the test (or the file) that starts it. Whatever breaks Discord's published
 * description, from either side, fails the test in which it happens.
 */
export async function startDiscord(given: DiscordGiven = {}): Promise<LocalDiscord> {
  const discord = await openDiscord(given);
  afterEach(() => discord.verdict());
  after(async () => {
    await discord.close();
    discord.verdict();
  });
  return discord;
}
