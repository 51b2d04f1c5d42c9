import { type REST, Routes } from "discord.js";
import { getDiscordSettings, keepCommandsHash } from "#core/seasons/discord.service.ts";
import type { Bot } from "./context.ts";
import { hashOf } from "./pieces.ts";
import type { Registry } from "./registry.ts";

/** Where commands are registered, and whose. */
export interface Desk extends Pick<Bot, "actor" | "guild"> {
  app: Pick<Bot["app"], "read" | "write">;
  rest: REST;
  application: string;
}

/** Tells the server which commands there are, if it was told of others last. How many it was told of now. */
export async function registerCommands(
  desk: Desk,
  { commands }: Pick<Registry, "commands">,
): Promise<number> {
  const { app, actor, rest, application, guild } = desk;
  const definitions = commands.map(({ definition }) => definition);
  const hash = hashOf([application, guild, definitions]);
  const told = await app.read(actor, getDiscordSettings);
  if (told.commands === hash) return 0;
  await rest.put(Routes.applicationGuildCommands(application, guild), { body: definitions });
  await app.write(actor, (work) => keepCommandsHash(work, { hash }));
  return definitions.length;
}
