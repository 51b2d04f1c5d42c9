import { type Client, Events, type Interaction } from "discord.js";
import type { Actor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import type { Config, Secret } from "#core/config.ts";
import { conflict, DomainError } from "#core/errors.ts";
import type { Log } from "#core/log.ts";
import { ClubClient } from "./client.ts";
import type { Bot } from "./context.ts";
import { Keeper } from "./keeper.ts";
import type { BotPace } from "./pace.ts";
import { atMost, patiently, sleep, soOften, untilAborted } from "./patience.ts";
import { registerCommands } from "./registration.ts";
import type { Registry } from "./registry.ts";
import { restartingAnswer } from "./reply.ts";
import { Rests } from "./rests.ts";
import { route } from "./router.ts";
import { discordRefused, faultOf, troubleWith } from "./trouble.ts";

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
  const refusal = new AbortController();
  const refused = (cause: unknown): void => refusal.abort(discordRefused(cause));
  const over = AbortSignal.any([leaving, refusal.signal]);
  const arrivals = new Arrivals();
  const client = await logIn(given, { refused, over, arrivals });
  try {
    if (client !== null) {
      const bot: Bot = {
        app: given.app,
        config,
        log,
        client,
        guild: guildOf(client, config),
        actor: botActor,
        apart: () => sleep(pace.apart, over).then(() => !over.aborted),
        rests: new Rests({ long: pace.reconcile }),
        met: (error) => {
          if (troubleWith(error) === "fatal") refused(error);
        },
      };
      const traffic = answerAll(bot, { given, arrivals });
      const keeper = new Keeper(bot, { pace, over });
      const jobs = workBy(bot, { given, keeper, over });
      // Invited anew, or back after an outage of the server: who knows what stands there now.
      for (const back of [Events.GuildCreate, Events.GuildAvailable] as const)
        client.on(back, () => void keeper.reconcile().catch(() => undefined));
      log.info({ guild: bot.guild }, "the bot is on Discord");
      ready();
      await untilAborted(over);
      // Also where Discord has thrown it out: what could not be drawn is not tried any more.
      await atMost(pace.drain, finish(traffic, keeper));
      await atMost(pace.drain, jobs);
    }
  } finally {
    await atMost(pace.drain, client?.destroy() ?? Promise.resolve());
  }
  if (refusal.signal.aborted) throw refusal.signal.reason as DomainError;
}

/** Lets what is being answered come to its end, and draws what has changed by it. */
async function finish(traffic: ReadonlySet<Promise<void>>, keeper: Keeper): Promise<void> {
  await Promise.allSettled(traffic);
  await keeper.look().catch(() => undefined);
  await keeper.flush();
}

/** Keeps what was done on Discord until somebody answers it: some of it comes with the very sign that the bot is there. */
class Arrivals {
  readonly #early: Interaction[] = [];
  #answer: ((interaction: Interaction) => void) | null = null;

  hear(interaction: Interaction): void {
    if (this.#answer === null) this.#early.push(interaction);
    else this.#answer(interaction);
  }

  answerBy(answer: (interaction: Interaction) => void): void {
    this.#answer = answer;
    for (const interaction of this.#early.splice(0)) answer(interaction);
  }
}

/** Answers all that is done on Discord; what is being answered now. */
function answerAll(
  bot: Bot,
  { given, arrivals }: { given: SessionGiven; arrivals: Arrivals },
): ReadonlySet<Promise<void>> {
  const { leaving, registry, log } = given;
  const traffic = new Set<Promise<void>>();
  arrivals.answerBy((interaction) => {
    const answering = (leaving.aborted ? restartingAnswer(interaction) : route(bot, interaction, registry))
      .catch((error: unknown) =>
        log.error({ fault: faultOf(error) }, "what was done on Discord could not be answered"),
      )
      .finally(() => traffic.delete(answering));
    traffic.add(answering);
  });
  return traffic;
}

interface Arriving {
  refused: (cause: unknown) => void;
  over: AbortSignal;
  arrivals: Arrivals;
}

/** Logs in with more and more patience: Discord being down is no reason to give up. Null when it is over before. */
async function logIn(
  { config, log, pace }: SessionGiven,
  { refused, over, arrivals }: Arriving,
): Promise<Client<true> | null> {
  for (const patience = patiently(pace); !over.aborted;) {
    const client = new ClubClient(config);
    const isReady = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    client.on(Events.InteractionCreate, (interaction) => arrivals.hear(interaction));
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
      if (await Promise.race([there.then(() => true), untilAborted(over).then(() => false)]))
        return client as Client<true>;
      await atMost(pace.drain, client.destroy());
    } catch (error) {
      await atMost(pace.drain, client.destroy());
      if (troubleWith(error) === "fatal") refused(error);
      else log.warn({ reason: error instanceof Error ? error.name : "" }, "Discord cannot be reached");
      await sleep(patience(), over);
    }
  }
  return null;
}

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
    if (!(error instanceof DomainError)) log.error({ job, fault: faultOf(error) }, "a job of the bot failed");
    else log.warn({ job, code: error.code }, "a job of the bot waits");
    bot.met(error);
  };
  await Promise.all(jobs.map((job) => soOften(job, { over, failed })));
}
