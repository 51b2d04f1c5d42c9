import { setTimeout as pause } from "node:timers/promises";
import { type APIGuildScheduledEvent, PermissionFlagsBits as May, type PermissionsString } from "discord.js";
import type { DiscordClock } from "./discord-clock.ts";
import type { Faults } from "./faults.ts";
import { Gateway } from "./gateway.ts";
import { HttpServer, type Sent } from "./http-server.ts";
import { Judge } from "./judge.ts";
import { repeat } from "./interaction.ts";
import { LocalChannel } from "./local-channel.ts";
import { guildCreatePayload } from "./payloads.ts";
import { botMember } from "./permissions.ts";
import { Person } from "./person.ts";
import { World } from "./world.ts";

export interface DiscordGiven {
  /** Channels of the server; `only`: the roles that see it. */
  channels?: (string | { name: string; only: string[] })[];
  roles?: string[];
  /** Where its time begins, such as `2026-03-01T12:00:00-06:00`; now when left out. */
  time?: string;
  /** 0.1 makes the windows of the rate limits a tenth as long. */
  pace?: number;
  /** Milliseconds between heartbeats. */
  heartbeat?: number;
  /** False: requests and replies are not held against Discord's description. */
  judged?: boolean;
}

/** A Discord on loopback with one guild and one bot. Whoever opens it closes it. */
export async function openDiscord(given: DiscordGiven = {}): Promise<LocalDiscord> {
  const discord = new LocalDiscord(given);
  await discord.comeBack();
  return discord;
}

export class LocalDiscord {
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly clock: DiscordClock;
  readonly gateway: Gateway;
  readonly judge: Judge;
  readonly #world: World;
  readonly #http: HttpServer;

  constructor(given: DiscordGiven) {
    const {
      channels = usualChannels,
      roles = ["member", "officer"],
      time,
      pace = 1,
      heartbeat = 41_250,
      judged = true,
    } = given;
    this.judge = new Judge({ sleeps: !judged });
    const world = new World({ pace });
    if (time !== undefined) world.clock.set(time);
    this.#world = world;
    this.token = world.token;
    this.applicationId = world.applicationId;
    this.guildId = world.guildId;
    this.clock = world.clock;
    // Officers of the server see the commands that are meant for officers; what they may is the club's matter.
    for (const name of roles)
      world.addRole({ name, ...(name === "officer" && { permissions: May.ManageEvents }) });
    for (const channel of channels) this.#addChannel(channel);
    this.#http = new HttpServer({ world, judge: this.judge, pace });
    this.gateway = new Gateway({ world, judge: this.judge, heartbeat });
    this.gateway.attach(this.#http.server);
  }

  /** For the client's `rest: { api }`. */
  get api(): string {
    return `http://127.0.0.1:${this.#http.port}/api`;
  }

  /** Everything that the bot asked for by HTTP, in order. */
  get sent(): Sent[] {
    return this.#http.sent;
  }

  /** What went wrong with requests, ordered by a test. */
  get faults(): Faults {
    return this.#http.faults;
  }

  /** All limits are whole again, as if nothing had been asked for a while. */
  forgetLimits(): void {
    this.#http.forgetLimits();
  }

  get events(): APIGuildScheduledEvent[] {
    return [...this.#world.events.values()];
  }

  /** The names of the registered commands. */
  get commands(): string[] {
    return this.#world.commands.map(({ name }) => name);
  }

  /** The names of the channels and threads. */
  get channels(): string[] {
    return [...this.#world.channels.values()].map(({ name }) => name);
  }

  /** A channel or a thread by its name. */
  channel(name: string): LocalChannel {
    const channel = [...this.#world.channels.values()].find((each) => each.name === name);
    if (channel === undefined) throw new Error(`There is no channel ${name}.`);
    return new LocalChannel(this.#world, channel);
  }

  /** A role's id by its name. */
  role(name: string): string {
    const role = [...this.#world.roles.values()].find((each) => each.name === name);
    if (role === undefined) throw new Error(`There is no role ${name}.`);
    return role.id;
  }

  /** An officer of the server gives somebody a role. */
  giveRole({ id }: Person, role: string): void {
    this.#world.members.get(id)!.roles.push(this.role(role));
  }

  roleName(id: string): string {
    return this.#world.roles.get(id)?.name ?? "unknown-role";
  }

  /** Somebody joins the server. */
  member({ name, roles = [] }: { name: string; roles?: string[] }): Person {
    const ids = roles.map((role) => this.role(role));
    return new Person(this.#world, this.#world.addMember(this.#world.user(name), ids));
  }

  /** Takes permissions from the bot on the whole server. */
  forbid(...names: PermissionsString[]): void {
    this.#permit((may) => may & ~bitsOf(names));
  }

  /** Gives it permissions there. */
  allow(...names: PermissionsString[]): void {
    this.#permit((may) => may | bitsOf(names));
  }

  /** The names of the roles that somebody has. */
  rolesOf({ id }: Person): string[] {
    return this.#world.members.get(id)!.roles.map((role) => this.roleName(role));
  }

  /** An officer of the server takes a role away. */
  takeRole({ id }: Person, role: string): void {
    const member = this.#world.members.get(id)!;
    member.roles = member.roles.filter((one) => one !== this.role(role));
  }

  /** The gateway brings the last press, command or form (of one person) once more, as it may; or an earlier one. */
  repeat({ of, back = 1 }: { of?: Person; back?: number } = {}): void {
    const acts = [...this.#world.interactions.values()].filter(
      ({ member }) => of === undefined || member.user.id === of.id,
    );
    repeat(this.#world, acts.at(-back)!);
  }

  /** From now on nobody is there: connections are cut and refused. */
  goDown(): Promise<void> {
    return this.#http.refuse();
  }

  /** At the same address as before. */
  async comeBack(): Promise<void> {
    await this.#http.listen();
    this.#world.gatewayUrl = `ws://127.0.0.1:${this.#http.port}`;
  }

  /** The token counts no more: 401, and 4004 at the gateway. */
  revokeToken(): void {
    this.#world.revoked = true;
    this.gateway.close(4004);
  }

  /** The guild is out of order for a while. */
  loseGuild(): void {
    this.#world.available = false;
    this.#world.tell("GUILD_DELETE", { id: this.guildId, unavailable: true });
  }

  restoreGuild(): void {
    this.#world.available = true;
    this.#world.tell("GUILD_CREATE", guildCreatePayload(this.#world));
  }

  /** The bot is thrown out. */
  expelBot(): void {
    this.#world.expelled = true;
    this.#world.available = false;
    this.#world.tell("GUILD_DELETE", { id: this.guildId });
  }

  /** It is let in again. */
  inviteBot(): void {
    this.#world.expelled = false;
    this.restoreGuild();
  }

  /** Waits until it is so, half a minute at most: only what never comes is waited for so long. */
  async until(isSo: () => boolean, { what = "what was waited for", seconds = 30 } = {}): Promise<void> {
    const end = performance.now() + seconds * 1_000;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`Not within ${seconds} seconds: ${what}.`);
      await pause(5);
    }
  }

  /** Throws what broke Discord's published description since it was last asked. */
  verdict(): void {
    const violations = this.judge.takeViolations();
    if (violations.length > 0) throw new Error(`Not as Discord describes it:\n${violations.join("\n")}`);
  }

  async close(): Promise<void> {
    this.gateway.drop();
    await this.#http.refuse();
  }

  #permit(change: (may: bigint) => bigint): void {
    const role = this.#world.roles.get(botMember(this.#world).roles[0]!)!;
    role.permissions = String(change(BigInt(role.permissions)));
    this.#world.tell("GUILD_ROLE_UPDATE", { guild_id: this.guildId, role });
  }

  #addChannel(channel: string | { name: string; only: string[] }): void {
    const world = this.#world;
    if (typeof channel === "string") return void world.addChannel(channel);
    const { overwrites } = world.addChannel(channel.name);
    overwrites.set(world.guildId, { allow: 0n, deny: May.ViewChannel });
    const seers = [...channel.only.map((name) => this.role(name)), botMember(world).roles[0]!];
    for (const id of seers) overwrites.set(id, { allow: May.ViewChannel, deny: 0n });
  }
}

const bitsOf = (names: PermissionsString[]): bigint => names.reduce((all, name) => all | May[name], 0n);

const usualChannels = ["news", "votes", { name: "officers", only: ["officer"] }];
