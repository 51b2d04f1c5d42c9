import type { Config, Secret } from "#core/config.ts";
import { conflict } from "#core/errors.ts";
import { defineCommand } from "../command.ts";
import type { Context } from "../context.ts";
import { describeFailure, exitCodes } from "../errors.ts";
import { keepMemorySmall } from "../small-memory.ts";

export const command = defineCommand({
  summary: "Serve the club's site and its Discord bot until they are told to stop.",
  description:
    "The site listens on HOST and PORT; the bot runs where DISCORD_TOKEN is set. SIGTERM and Ctrl-C let them answer what was asked and end. Any number of processes may serve the site; of the bots one works and the others wait.",
  parameters: {
    web: { flag: "the site alone" },
    bot: { flag: "the bot alone" },
  },
  examples: ["sabc serve", "PORT=8080 sabc serve --web --home /srv/club"],
  input: ({ web, bot }) => (web === bot ? { web: true, bot: true } : { web, bot }),
  async run(context, { web, bot }) {
    const config = await context.config();
    if (!web && !hasBot(config)) throw noToken();
    return serveUntilStopped(context, { config, web, bot });
  },
  output: ({ refused }, { web }) => ({
    notes: [web ? "The site has stopped." : "The bot has stopped."],
    ...(refused === null ? {} : { complaint: refused, exitCode: exitCodes.refused.code }),
  }),
});

interface Serving {
  config: Config;
  web: boolean;
  bot: boolean;
}

/** The club's site and its bot, until Ctrl-C or SIGTERM; then they answer what was asked and end. */
export async function serveUntilStopped(
  context: Context,
  { config, web, bot }: Serving,
): Promise<{ refused: string | null }> {
  keepMemorySmall();
  const { drainOnSignal, serveSite } = await import("../../web/server.ts");
  const { readyToVote } = await import("#core/polls/ready.service.ts");
  const app = await context.app();
  await app.getReady(readyToVote);
  const site = web ? await serveSite(app, config) : null;
  const club = bot && hasBot(config) ? await onDiscord(context, config) : null;
  context.mindsInterrupts();
  const drain = async (): Promise<void> => void (await Promise.all([site?.drain(), club?.drain()]));
  const stopped = drainOnSignal({ drain });
  if (site !== null)
    context.say(
      `The club's site is on ${config.publicUrl.href} (listening on ${site.address}). Ctrl-C stops it.`,
    );
  if (club !== null) void club.ready.then(() => context.say("The club's bot is on Discord."));
  const left = async (): Promise<void> => {
    const why = (await club?.over) ?? null;
    if (why !== null && site !== null) context.say(`The bot has stopped. ${why}`);
  };
  // The site goes on without its bot; a bot alone has nothing left to do.
  const leaving = left();
  await (site === null ? Promise.race([stopped, leaving]) : stopped);
  return { refused: (await club?.over) ?? null };
}

/** The bot, and why Discord would not have it in the end; null where it was told to leave. */
async function onDiscord(context: Context, config: WithBot) {
  const { startBot } = await import("../../bot/bot.ts");
  const running = startBot(await context.app(), config);
  const over = running.stopped.then(
    () => null,
    (error: unknown) => describeFailure(error).message,
  );
  const ready = running.ready.catch(() => new Promise<never>(() => undefined));
  return { ready, over, drain: () => running.drain().catch(() => undefined) };
}

type WithBot = Config & { discordToken: Secret };

const hasBot = (config: Config): config is WithBot => config.discordToken !== null;

const noToken = () =>
  conflict("discord-not-set-up", "The club has no bot. Set DISCORD_TOKEN to the token of one first.");
