import { Routes } from "discord.js";
import { getDiscordSettings, keepCommandsHash } from "#core/seasons/discord.service.ts";
import type { Bot } from "./context.ts";
import { hashOf } from "./pieces.ts";
import type { Registry } from "./registry.ts";

/** Tells the server which commands there are, if it was told of others last. Whether it was. */
export async function registerCommands(bot: Bot, { commands }: Registry): Promise<boolean> {
  const definitions = commands.map(({ definition }) => definition);
  const { id } = bot.client.application;
  const hash = hashOf([id, bot.guild, definitions]);
  const told = await bot.app.read(bot.actor, getDiscordSettings);
  if (told.commands === hash) return false;
  await bot.client.rest.put(Routes.applicationGuildCommands(id, bot.guild), { body: definitions });
  await bot.app.write(bot.actor, (work) => keepCommandsHash(work, { hash }));
  bot.log.info({ commands: definitions.length }, "the commands are registered");
  return true;
}
