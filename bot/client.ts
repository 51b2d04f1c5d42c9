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
          hush = () => (manager.options.retrieveSessionInfo = neverComes);
          return new SimpleShardingStrategy(manager);
        },
      },
    });
    this.#hush = () => hush();
  }

  /**
   * While Discord is away the library tries for ever, and between two tries it does not hear that it is to end: it would
   * keep the process, and come back with Discord. Each try asks for the session first.
   */
  override async destroy(): Promise<void> {
    this.#hush();
    await super.destroy();
  }
}

const neverComes = (): Promise<never> => new Promise(() => undefined);
