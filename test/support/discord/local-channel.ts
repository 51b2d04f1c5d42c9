import { PermissionFlagsBits, type PermissionsString } from "discord.js";
import { remove } from "./messages.ts";
import { channelPayload } from "./payloads.ts";
import { botMember } from "./permissions.ts";
import { type SeenMessage, seen } from "./seen.ts";
import type { World } from "./world.ts";
import type { Channel } from "./kept.ts";

/** A channel in the hands of a test: what stands in it, and what an officer of the server may do to it. */
export class LocalChannel {
  readonly id: string;
  readonly name: string;
  readonly #world: World;
  readonly #channel: Channel;

  constructor(world: World, channel: Channel) {
    this.#world = world;
    this.#channel = channel;
    this.id = channel.id;
    this.name = channel.name;
  }

  /** The public messages, oldest first. */
  get messages(): SeenMessage[] {
    return [...this.#world.messages.values()]
      .filter(({ channel, onlyFor }) => channel === this.#channel && onlyFor === null)
      .map((kept) => seen(this.#world, kept));
  }

  /** Takes permissions from the bot here. */
  forbid(...names: PermissionsString[]): void {
    this.#overwrite(names.reduce((all, name) => all | PermissionFlagsBits[name], 0n));
  }

  /** Gives them all back. */
  forgive(): void {
    this.#overwrite(0n);
  }

  /** Deletes a message, as an officer of the server does; a bot that has only Guilds is not told. */
  delete({ id }: { id: string }): void {
    const kept = this.#world.messages.get(id);
    if (kept !== undefined) remove(this.#world, kept);
  }

  /** Deletes the channel with all its messages and threads. */
  remove(): void {
    const { channels, messages } = this.#world;
    const gone = [...channels.values()].filter((each) => (each.parent ?? each) === this.#channel);
    const payload = channelPayload(this.#world, this.#channel);
    for (const [id, { channel }] of messages) if (gone.includes(channel)) messages.delete(id);
    for (const { id } of gone) channels.delete(id);
    this.#world.tell("CHANNEL_DELETE", payload);
  }

  #overwrite(deny: bigint): void {
    const [role] = botMember(this.#world).roles;
    const { allow = 0n } = this.#channel.overwrites.get(role!) ?? {};
    this.#channel.overwrites.set(role!, { allow: allow & ~deny, deny });
    this.#world.tell("CHANNEL_UPDATE", channelPayload(this.#world, this.#channel));
  }
}
