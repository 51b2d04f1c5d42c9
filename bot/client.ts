import type { EventEmitter } from "node:events";
import { Client, GatewayIntentBits, SimpleShardingStrategy } from "discord.js";
import type { Config } from "#core/config.ts";

/** The bot as discord.js knows it: one intent, nobody pinged, and gone once it is destroyed. */
export class ClubClient extends Client {
  readonly #hush: () => void;

  constructor({ discordApi }: Pick<Config, "discordApi">) {
    let hush = (): void => undefined;
    super({
      intents: [GatewayIntentBits.Guilds],
      allowedMentions: { parse: [] },
      waitGuildTimeout: 1_500,
      rest: { api: discordApi, timeout: 5_000, retries: 1 },
      ws: {
        buildStrategy: (manager) => {
          const strategy = new SimpleShardingStrategy(manager);
          hush = () => {
            manager.options.retrieveSessionInfo = neverComes;
            for (const line of linesOf(strategy)) line?.on("error", () => undefined);
          };
          return strategy;
        },
      },
    });
    this.#hush = () => hush();
  }

  /**
   * While Discord is away the library tries for ever, and between two tries it does not hear that it is to end: it would
   * keep the process, and come back with Discord. Each try asks for the session first. A line that is just being opened
   * it leaves to itself, with nobody who hears that it fails: that would end the process.
   */
  override async destroy(): Promise<void> {
    this.#hush();
    await super.destroy();
  }
}

/** The library keeps them to itself. */
function linesOf(strategy: SimpleShardingStrategy): (EventEmitter | null)[] {
  const { shards } = strategy as unknown as { shards: Map<number, { connection: EventEmitter | null }> };
  return [...shards.values()].map(({ connection }) => connection);
}

const neverComes = (): Promise<never> => new Promise(() => undefined);
