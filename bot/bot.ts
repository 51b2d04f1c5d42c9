import type { App } from "#core/app.ts";
import type { Config, Secret } from "#core/config.ts";
import { DomainError } from "#core/errors.ts";
import { openLog } from "#core/log.ts";
import { patiently, sleep } from "./patience.ts";
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
  const session = {
    app,
    config,
    log,
    pace,
    registry: options.registry ?? everything,
    leaving: leaving.signal,
  };
  const stopped = inItsPlace(session, () => holdSession(session, ready.resolve));
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

interface Waiting {
  app: App;
  log: ReturnType<typeof openLog>;
  pace: BotPace;
  leaving: AbortSignal;
}

/** Runs while no other process has the bot's lock, and waits for it otherwise; also while the database is away. */
async function inItsPlace({ app, log, pace, leaving }: Waiting, run: () => Promise<void>): Promise<void> {
  let told = "";
  for (const tell = patiently(pace); !leaving.aborted;) {
    try {
      await app.lock("discord bot", run);
      return;
    } catch (error) {
      if (!(error instanceof DomainError) || !["busy", "unavailable"].includes(error.kind)) throw error;
      if (error.code === "discord-refused") throw error;
      if (told !== error.code) log.info({ code: error.code }, "the bot waits for its turn");
      told = error.code;
      await sleep(error.code === "job-running" ? pace.turn : tell(), leaving);
    }
  }
}
