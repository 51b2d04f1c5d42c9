import { Client, Events, GatewayIntentBits, type Interaction } from "discord.js";
import type { Actor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import type { Config, Secret } from "#core/config.ts";
import { conflict, DomainError } from "#core/errors.ts";
import type { Log } from "#core/log.ts";
import type { Bot } from "./context.ts";
import { Keeper } from "./keeper.ts";
import type { BotPace } from "./pace.ts";
import { atMost, patiently, sleep, soOften, untilAborted } from "./patience.ts";
import { registerCommands } from "./registration.ts";
import type { Registry } from "./registry.ts";
import { restartingAnswer } from "./reply.ts";
import { route } from "./router.ts";
import { discordRefused, troubleWith } from "./trouble.ts";

export interface SessionGiven {
  app: App;
  config: Config & { discordToken: Secret };
  log: Log;
  pace: BotPace;
  registry: Registry;
  leaving: AbortSignal;
}

/** What the bot does by itself is done in its name. */
const botActor: Actor = { kind: "clock", name: "bot", channel: "discord", anglerId: null, roles: [] };

/** Is on Discord until it is to leave, or until Discord will not have it any more. */
export async function holdSession(given: SessionGiven, ready: () => void): Promise<void> {
  const { config, log, pace, leaving } = given;
  const refusal = Promise.withResolvers<never>();
  refusal.promise.catch(() => undefined);
  const refused = (cause: unknown) => refusal.reject(discordRefused(cause));
  const gone = untilAborted(leaving);
  const client = await Promise.race([logIn(given, { refused, gone }), refusal.promise]);
  if (client === null) return;
  const bot: Bot = {
    app: given.app,
    config,
    log,
    client,
    guild: guildOf(client, config),
    actor: botActor,
    met: (error) => {
      if (troubleWith(error) === "fatal") refused(error);
    },
  };
  const traffic = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    const answering = (
      leaving.aborted ? restartingAnswer(interaction) : route(bot, interaction, given.registry)
    )
      .catch((error: unknown) => log.error({ err: error }, "what was done on Discord could not be answered"))
      .finally(() => traffic.delete(answering));
    traffic.add(answering);
  });
  const keeper = new Keeper(bot, pace);
  const over = new AbortController();
  const jobs = workBy(bot, { given, keeper, over: over.signal });
  log.info({ guild: bot.guild }, "the bot is on Discord");
  ready();
  try {
    await Promise.race([gone, refusal.promise]);
    await atMost(
      pace.drain,
      Promise.allSettled(traffic).then(() => keeper.flush()),
    );
  } finally {
    over.abort();
    // Also where Discord has thrown it out: what could not be drawn is not tried any more.
    await atMost(pace.drain, keeper.flush());
    await atMost(pace.drain, client.destroy());
    await atMost(pace.drain, jobs);
  }
}

/** Logs in with more and more patience: Discord being down is no reason to give up. Null when it is to leave. */
async function logIn(
  { config, log, pace, leaving }: SessionGiven,
  { refused, gone }: { refused: (cause: unknown) => void; gone: Promise<void> },
): Promise<Client<true> | null> {
  for (const patience = patiently(pace); !leaving.aborted;) {
    const client = newClient(config);
    const isReady = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    client.on(Events.Error, (error) =>
      log.warn({ reason: error.message }, "the Discord client met an error"),
    );
    client.on(Events.ShardError, (error) =>
      log.warn({ reason: error.message }, "the line to Discord failed"),
    );
    client.on(Events.ShardDisconnect, ({ code }) => refused(new Error(`closed with ${code}`)));
    client.on(Events.Invalidated, () => refused(new Error("the session was invalidated")));
    try {
      const there = client.login(config.discordToken.reveal()).then(() => isReady);
      if (await Promise.race([there.then(() => true), gone])) return client as Client<true>;
      await atMost(pace.drain, client.destroy());
      return null;
    } catch (error) {
      await atMost(pace.drain, client.destroy());
      if (troubleWith(error) === "fatal") {
        refused(error);
        return null;
      }
      log.warn({ reason: error instanceof Error ? error.name : "" }, "Discord cannot be reached");
      await sleep(patience(), leaving);
    }
  }
  return null;
}

const newClient = ({ discordApi }: Config): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    waitGuildTimeout: 1_500,
    rest: { api: discordApi, timeout: 5_000, retries: 1 },
  });

function guildOf(client: Client<true>, { discordGuild }: Config): string {
  const guilds = [...client.guilds.cache.keys()];
  const guild = discordGuild ?? (guilds.length === 1 ? guilds[0] : undefined);
  if (guild !== undefined) return guild;
  throw conflict(
    "discord-guild-unclear",
    `The bot is on ${guilds.length} servers. Say which is the club's: DISCORD_GUILD.`,
  );
}

async function register(bot: Bot, registry: Registry): Promise<void> {
  const { client, app, actor, guild } = bot;
  const desk = { rest: client.rest, application: client.application.id, guild, app, actor };
  const commands = await registerCommands(desk, registry);
  if (commands > 0) bot.log.info({ commands }, "the commands are registered");
}

/** What the bot does by itself, until it is over. */
async function workBy(
  bot: Bot,
  { given, keeper, over }: { given: SessionGiven; keeper: Keeper; over: AbortSignal },
): Promise<void> {
  const { pace, registry, log } = given;
  const jobs = [
    {
      name: "register",
      every: pace.reconcile,
      run: () => register(bot, registry),
    },
    { name: "look", every: pace.look, run: () => keeper.look() },
    { name: "reconcile", every: pace.reconcile, run: () => keeper.reconcile() },
    ...registry.jobs.map((job) => ({
      name: job.name,
      every: job.every * pace.jobs,
      run: () => job.run(bot),
    })),
  ];
  const failed = (error: unknown, job: string): void => {
    if (!(error instanceof DomainError)) log.error({ job, err: error }, "a job of the bot failed");
    else log.warn({ job, code: error.code }, "a job of the bot waits");
    bot.met(error);
  };
  await Promise.all(jobs.map((job) => soOften(job, { over, failed })));
}
