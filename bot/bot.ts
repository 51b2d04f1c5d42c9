import type { App } from "#core/app.ts";
import type { Config, Secret } from "#core/config.ts";
import { DomainError } from "#core/errors.ts";
import { type Log, openLog } from "#core/log.ts";
import { patiently, sleep, untilAborted } from "./patience.ts";
import { type BotPace, usualPace } from "./pace.ts";
import { registry as everything, type Registry } from "./registry.ts";
import { holdSession } from "./session.ts";

/** A bot that runs, or waits until the one that runs is gone. */
export interface RunningBot {
  /** Once it answers on Discord for the first time. */
  ready: Promise<void>;
  /** Once it has drained; rejects with `discord-refused` where no patience mends what Discord says. */
  stopped: Promise<void>;
  /** Answers what was asked, draws what has changed, and leaves. */
  drain(): Promise<void>;
}

export interface BotOptions {
  pace?: Partial<BotPace>;
  registry?: Registry;
}

/**
 * Brings the club's bot to Discord and keeps it there until it is drained. Only one of all processes does so at a time;
 * another waits.
 */
export function startBot(
  app: App,
  config: Config & { discordToken: Secret },
  options: BotOptions = {},
): RunningBot {
  const pace = { ...usualPace, ...options.pace };
  const log = openLog(config).child({ part: "bot" });
  const leaving = new AbortController();
  const ready = Promise.withResolvers<void>();
  const given = { app, config, log, pace, registry: options.registry ?? everything };
  const stopped = inItsPlace({ app, log, pace, leaving: leaving.signal }, (signal) =>
    holdSession({ ...given, leaving: signal }, ready.resolve),
  );
  stopped.then(() => ready.resolve(), ready.reject);
  ready.promise.catch(() => undefined);
  return {
    ready: ready.promise,
    stopped,
    drain: () => {
      leaving.abort();
      return stopped;
    },
  };
}

export { checkDiscord, findChannel, registerAnew } from "./visit.ts";

interface Waiting {
  app: App;
  log: Log;
  pace: BotPace;
  leaving: AbortSignal;
}

/**
 * Runs while no other process has the bot's lock, and waits for it otherwise. A lock that is lost with the database is
 * taken again without a word to Discord; where another was quicker, this one leaves.
 */
async function inItsPlace(
  { app, log, pace, leaving }: Waiting,
  run: (leaving: AbortSignal) => Promise<void>,
): Promise<void> {
  let told = "";
  const held: { running: Running | null } = { running: null };
  for (const tell = patiently(pace); !leaving.aborted || held.running !== null;) {
    try {
      const over = await app.lock("discord bot", async (lost) => {
        held.running ??= begin(run, leaving);
        return Promise.race([held.running.over.then(() => true), untilAborted(lost).then(() => false)]);
      });
      if (over) return;
      log.warn("the bot's lock is lost with its connection");
    } catch (error) {
      if (!(error instanceof DomainError) || !["busy", "unavailable"].includes(error.kind)) throw error;
      if (error.code === "discord-refused") throw error;
      if (told !== error.code) log.info({ code: error.code }, "the bot waits for its turn");
      told = error.code;
      if (leaving.aborted) return held.running?.over;
      if (error.code === "job-running") held.running = await leave(held.running);
      await sleep(error.code === "job-running" ? pace.turn : tell(), leaving);
    }
  }
}

type Running = { over: Promise<void>; leave: AbortController };

function begin(run: (leaving: AbortSignal) => Promise<void>, leaving: AbortSignal): Running {
  const leave = new AbortController();
  const over = run(AbortSignal.any([leaving, leave.signal]));
  over.catch(() => undefined);
  return { over, leave };
}

/** Another process has become the bot. */
async function leave(running: Running | null): Promise<null> {
  running?.leave.abort();
  await running?.over;
  return null;
}
