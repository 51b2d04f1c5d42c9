import {
  type APIApplicationCommand,
  type APIGuildMember,
  type APIGuildScheduledEvent,
  type APIRole,
  type APIUser,
  PermissionFlagsBits as May,
} from "discord.js";
import { DiscordClock } from "./discord-clock.ts";
import { OldEdits } from "./old-edits.ts";
import type { Channel, Interaction, Kept } from "./kept.ts";

/** No flag of any kind is set. */
const none = 0 as never;

/** Everything that the local Discord knows: one guild, its channels, people, messages, interactions. */
export class World {
  readonly clock = new DiscordClock();
  readonly token: string;
  readonly bot: APIUser;
  readonly guildId: string;
  readonly ownerId: string;
  readonly roles = new Map<string, APIRole>();
  readonly members = new Map<string, APIGuildMember>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Kept>();
  readonly interactions = new Map<string, Interaction>();
  readonly events = new Map<string, APIGuildScheduledEvent>();
  commands: APIApplicationCommand[] = [];
  revoked = false;
  available = true;
  /** Where the gateway listens. */
  gatewayUrl = "";
  /** The bot was thrown out of the guild. */
  expelled = false;
  /** Set by the gateway: tells every session, and says how many there are. */
  tell: (event: string, data: unknown) => number = () => 0;
  /** Told after each change of a message. */
  readonly watchers = new Set<() => void>();

  readonly oldEdits: OldEdits;

  constructor({ pace }: { pace: number }) {
    this.oldEdits = new OldEdits(pace);
    this.guildId = this.oldId();
    this.ownerId = this.oldId();
    this.bot = { ...this.user("Club Bot"), bot: true };
    this.token = [
      Buffer.from(this.bot.id).toString("base64url"),
      "local0",
      "a-token-of-the-local-discord",
    ].join(".");
    this.addRole({ name: "@everyone", permissions: everyone, id: this.guildId });
    const botRole = this.addRole({ name: "Club Bot", permissions: botMay, managed: true });
    this.addMember(this.bot, [botRole.id]);
    this.addMember({ ...this.user("Owner"), id: this.ownerId }, []);
  }

  get applicationId(): string {
    return this.bot.id;
  }

  /** An id that is a few years old, of 18 digits. */
  oldId(): string {
    return this.clock.snowflake(Date.UTC(2019, 4, 1) + this.members.size * 1000);
  }

  user(name: string): APIUser {
    return {
      id: this.oldId(),
      username: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "."),
      global_name: name,
      avatar: null,
      discriminator: "0",
      public_flags: none,
      flags: none,
      primary_guild: null,
    };
  }

  addRole({
    name,
    permissions = 0n,
    managed = false,
    id = this.oldId(),
  }: {
    name: string;
    permissions?: bigint;
    managed?: boolean;
    id?: string;
  }): APIRole {
    const role: APIRole = {
      id,
      name,
      permissions: String(permissions),
      // The bot's own role stands above those that a test adds.
      position: managed ? 100 : this.roles.size,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed,
      mentionable: true,
      icon: null,
      unicode_emoji: null,
      flags: none,
    };
    this.roles.set(id, role);
    return role;
  }

  addMember(user: APIUser, roles: string[]): APIGuildMember {
    const member: APIGuildMember = {
      user,
      nick: null,
      avatar: null,
      banner: null,
      roles,
      joined_at: this.clock.iso(Date.UTC(2020, 0, 1)),
      premium_since: null,
      deaf: false,
      mute: false,
      flags: none,
      pending: false,
      communication_disabled_until: null,
    };
    this.members.set(user.id, member);
    return member;
  }

  addChannel(name: string, parent: Channel | null = null): Channel {
    return this.putChannel({ id: this.clock.snowflake(), name, parent });
  }

  putChannel({ id, name, parent }: { id: string; name: string; parent: Channel | null }): Channel {
    const channel: Channel = { id, name, parent, overwrites: new Map(), archiveAfter: 4320, archived: false };
    this.channels.set(id, channel);
    return channel;
  }

  changed(): void {
    for (const watcher of this.watchers) watcher();
  }
}

const everyone =
  May.ViewChannel |
  May.SendMessages |
  May.ReadMessageHistory |
  May.UseApplicationCommands |
  May.SendMessagesInThreads;

const botMay = everyone | May.EmbedLinks | May.CreatePublicThreads | May.CreateEvents | May.ManageRoles;
