import type { Client } from "discord.js";
import type { Actor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import type { Config } from "#core/config.ts";
import type { Log } from "#core/log.ts";
import type { Work } from "#core/work.ts";
import type { Rests } from "./rests.ts";

/** The bot as it runs: what every command, button and job has in its hands. */
export interface Bot {
  app: Pick<App, "read" | "write" | "rehearse" | "lock">;
  config: Pick<Config, "publicUrl" | "smtpUrl" | "mailFrom">;
  log: Log;
  client: Client<true>;
  /** The club's server. */
  guild: string;
  /** What it does by itself is done so. */
  actor: Actor;
  /** A pause between two requests for which nobody waits; false once the bot is to leave. */
  apart(): Promise<boolean>;
  /** What is not to be tried again at once. */
  rests: Rests;
  /** Told of every error that Discord met it with: one that no patience mends ends the bot. */
  met(error: unknown): void;
}

/** One thing that somebody did on Discord, before it is known who that is in the club. */
export interface Gesture {
  bot: Bot;
  /** Discord's number of the account. */
  discordId: string;
  /** What the account is called there: `ann.lee`. */
  discordName: string;
  /** The channel where it was done. */
  channel: string;
  /** The same whenever Discord delivers it again. */
  request: string;
  /** The moment of the click, an ISO instant. */
  clickedAt: string;
}

/** The same by who it was. */
export interface Act extends Gesture {
  /** The angler whose account it is, with the club's roles; a visitor where none is linked. */
  actor: Actor;
  /** Asks or changes the club on behalf of who did it. */
  read<T>(verb: (work: Work) => Promise<T>): Promise<T>;
  write<T>(verb: (work: Work) => Promise<T>): Promise<T>;
}
