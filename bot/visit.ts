import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  type PermissionsString,
  REST,
  Routes,
} from "discord.js";
import type { Actor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import type { Config, Secret } from "#core/config.ts";
import { conflict, DomainError, unavailable } from "#core/errors.ts";
import { getDiscordSettings, keepCommandsHash } from "#core/seasons/discord.service.ts";
import { missingIn } from "./permissions.ts";
import { registerCommands } from "./registration.ts";
import { registry } from "./registry.ts";
import { discordRefused, troubleWith } from "./trouble.ts";

type WithBot = Config & { discordToken: Secret };

/** What a visit found: who the bot is there, and whether it may post where it should. */
export interface DiscordChecked {
  bot: { id: string; name: string };
  guild: { id: string; name: string };
  channels: { purpose: string; channel: string; name: string | null; missing: PermissionsString[] }[];
}

/** Looks at the server as the bot sees it, without coming on line. */
export const checkDiscord = (app: App, { config, actor }: Visiting): Promise<DiscordChecked> =>
  visiting(config, async ({ rest, guild }) => {
    const me = await get<APIUser>(rest, Routes.user());
    const [server, roles, member, channels] = await Promise.all([
      get<APIGuild>(rest, Routes.guild(guild)),
      get<APIRole[]>(rest, Routes.guildRoles(guild)),
      get<APIGuildMember>(rest, Routes.guildMember(guild, me.id)),
      get<APIChannel[]>(rest, Routes.guildChannels(guild)),
    ]);
    const settings = await app.read(actor, getDiscordSettings);
    return {
      bot: { id: me.id, name: me.username },
      guild: { id: guild, name: server.name },
      channels: Object.entries(settings.channels).map(([purpose, id]) => {
        const channel = channels.find((one) => one.id === id);
        const missing = channel === undefined ? [] : missingIn(channel, { guild, roles, member, me: me.id });
        return { purpose, channel: id, name: channel?.name ?? null, missing };
      }),
    };
  });

/** Tells the server of the bot's commands anew, whatever it was told of before. */
export const registerAnew = (app: App, { config, actor }: Visiting): Promise<{ commands: number }> =>
  visiting(config, async ({ rest, guild }) => {
    const { id } = await get<APIUser>(rest, Routes.user());
    await app.write(actor, (work) => keepCommandsHash(work, { hash: null }));
    return { commands: await registerCommands({ app, actor, rest, guild, application: id }, registry) };
  });

/** A channel of the server by its name, with or without its #, or by its number. */
export const findChannel = (config: Config, { name: named }: { name: string }): Promise<{ id: string }> =>
  visiting(config, async ({ rest, guild }) => {
    const name = named.replace(/^#/, "").toLowerCase();
    const channels = await get<APIChannel[]>(rest, Routes.guildChannels(guild));
    const found = channels.filter((one) => one.name?.toLowerCase() === name);
    if (found.length === 1) return { id: found[0]!.id };
    const candidates = channels.map((one) => `${one.name} (${one.id})`);
    throw conflict(
      found.length === 0 ? "channel-not-found" : "channel-ambiguous",
      found.length === 0
        ? `The server has no channel "${named}" that the bot sees.`
        : `Several channels are called "${named}". Give the number of one.`,
      { candidates },
    );
  });

interface Visiting {
  config: Config;
  actor: Actor;
}

async function visiting<T>(
  config: Config,
  visit: (there: { rest: REST; guild: string }) => Promise<T>,
): Promise<T> {
  if (!hasToken(config)) throw missing("DISCORD_TOKEN to the token of the club's bot");
  if (config.discordGuild === null) throw missing("DISCORD_GUILD to the number of the club's server");
  const rest = new REST({ api: config.discordApi, timeout: 5_000, retries: 1 });
  rest.setToken(config.discordToken.reveal());
  try {
    return await visit({ rest, guild: config.discordGuild });
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const trouble = troubleWith(error);
    if (trouble === "fatal") throw discordRefused(error);
    if (trouble === "channel-gone" || trouble === "not-allowed")
      throw conflict(
        "discord-not-invited",
        "The bot is not on the server that DISCORD_GUILD names. Invite it.",
      );
    throw unavailable("discord-away", "Discord cannot be reached now. Try again in a while.", error);
  }
}

const get = async <T>(rest: REST, path: `/${string}`): Promise<T> => (await rest.get(path)) as T;

const hasToken = (config: Config): config is WithBot => config.discordToken !== null;

const missing = (what: string) =>
  conflict("discord-not-set-up", `The club has no bot yet. Set ${what} first.`);
