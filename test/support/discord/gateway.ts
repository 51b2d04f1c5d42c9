import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import type { Judge } from "./judge.ts";
import { guildCreatePayload } from "./payloads.ts";
import type { World } from "./world.ts";

const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  acknowledge: 11,
} as const;

/** `Guilds`: the one intent that the bot may ask for. */
const onlyGuilds = 1;

interface Session {
  id: string;
  said: { s: number; t: string; d: unknown }[];
  socket: Link | null;
}

interface Link {
  socket: WebSocket;
  session: Session | null;
  /** Takes everything, answers nothing. */
  dead: boolean;
  /** Ends a link whose heart stopped. */
  heart: NodeJS.Timeout;
}

/** Discord's gateway v10: sessions with numbered events that a RESUME replays. */
export class Gateway {
  /** How often the bot identified and resumed. */
  identified = 0;
  resumed = 0;
  /** With these the next connections are closed right after IDENTIFY or RESUME. */
  readonly closeCodes: number[] = [];
  readonly #world: World;
  readonly #judge: Judge;
  readonly #heartbeat: number;
  readonly #sessions = new Map<string, Session>();
  readonly #links = new Set<Link>();
  readonly #sockets = new WebSocketServer({ noServer: true });

  constructor({ world, judge, heartbeat }: { world: World; judge: Judge; heartbeat: number }) {
    this.#world = world;
    this.#judge = judge;
    this.#heartbeat = heartbeat;
    world.tell = (event, data) => this.#tell(event, data);
  }

  attach(server: Server): void {
    server.on("upgrade", (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (client) => this.#greet(client));
    });
  }

  /** How many sessions there are, linked or waiting to be resumed. */
  get sessions(): number {
    return this.#sessions.size;
  }

  /** How many of them are linked now. */
  get links(): number {
    return [...this.#links].filter(({ session, dead }) => session !== null && !dead).length;
  }

  /** Cuts the connections without a word. */
  drop(): void {
    for (const { socket } of this.#links) socket.terminate();
  }

  /** Op 7: asks to connect anew and resume. */
  askToReconnect(): void {
    for (const link of this.#links) send(link, { op: op.reconnect, d: null });
  }

  /** Op 9: the session is invalid, for good or to be resumed. */
  invalidate({ resumable }: { resumable: boolean }): void {
    for (const link of this.#links) {
      if (!resumable) this.#forget(link.session);
      // Nothing more is said on it before it is resumed.
      if (link.session?.socket === link) link.session.socket = null;
      send(link, { op: op.invalidSession, d: resumable });
    }
  }

  /** The connections stay open and are dead: no heartbeat is acknowledged, no event comes. */
  goSilent(): void {
    for (const link of this.#links) {
      link.dead = true;
      clearTimeout(link.heart);
    }
  }

  /** Closes with a code, such as 4004. */
  close(code: number): void {
    for (const { socket } of this.#links) socket.close(code);
  }

  #greet(socket: WebSocket): void {
    const heart = setTimeout(() => socket.close(4009), this.#heartbeat * 2);
    heart.unref();
    const link: Link = { socket, session: null, dead: false, heart };
    this.#links.add(link);
    socket.on("error", () => undefined);
    socket.on("message", (data) => this.#hear(link, data));
    socket.on("close", (code) => {
      this.#links.delete(link);
      clearTimeout(link.heart);
      if (link.session?.socket !== link) return;
      link.session.socket = null;
      // A client that says goodbye so ends its session.
      if (code === 1000 || code === 1001) this.#forget(link.session);
    });
    send(link, { op: op.hello, d: { heartbeat_interval: this.#heartbeat } });
  }

  #hear(link: Link, data: RawData): void {
    const text = (data as Buffer).toString();
    const { op: asked, d } = JSON.parse(text) as { op: number; d: unknown };
    if (link.dead) return;
    if (asked === op.heartbeat) {
      link.heart.refresh();
      return send(link, { op: op.acknowledge });
    }
    if (asked === op.identify) return this.#identify(link, d as Identify);
    if (asked === op.resume) return this.#resume(link, d as Resume);
    // Presence updates and the like do no harm; others Discord does not know.
    if (asked > 8) link.socket.close(4001);
    else if (link.session === null) link.socket.close(4003);
  }

  #identify(link: Link, { token, intents, properties }: Identify): void {
    this.identified += 1;
    if (!this.#admits(link, token)) return;
    if (link.session !== null) return link.socket.close(4005);
    if (intents !== onlyGuilds) return link.socket.close(4014);
    if (typeof properties?.os !== "string" || typeof properties.browser !== "string") {
      return link.socket.close(4002);
    }
    const session: Session = { id: randomBytes(16).toString("hex"), said: [], socket: link };
    this.#sessions.set(session.id, session);
    link.session = session;
    say(session, "READY", {
      v: 10,
      user: { ...this.#world.bot, verified: true, mfa_enabled: true, email: null },
      guilds: [{ id: this.#world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.#world.gatewayUrl,
      session_type: "normal",
      application: { id: this.#world.applicationId, flags: 0 },
    });
    if (this.#world.available) say(session, "GUILD_CREATE", guildCreatePayload(this.#world));
  }

  #resume(link: Link, { token, session_id: id, seq }: Resume): void {
    if (!this.#admits(link, token)) return;
    const session = this.#sessions.get(id);
    if (session === undefined) return send(link, { op: op.invalidSession, d: false });
    if (seq > session.said.length) return link.socket.close(4007);
    this.resumed += 1;
    session.socket = link;
    link.session = session;
    for (const event of session.said.filter(({ s }) => s > seq)) send(link, { op: op.dispatch, ...event });
    say(session, "RESUMED", {});
  }

  #admits({ socket }: Link, token: string): boolean {
    const code = token !== this.#world.token || this.#world.revoked ? 4004 : this.closeCodes.shift();
    if (code !== undefined) socket.close(code);
    return code === undefined;
  }

  #tell(event: string, data: unknown): number {
    const { message, member } = data as { message?: unknown; member?: unknown };
    if (message !== undefined) this.#judge.part(`${event} message`, "MessageResponse", message);
    if (member !== undefined) this.#judge.part(`${event} member`, "GuildMemberResponse", member);
    if (event === "GUILD_CREATE") this.#judge.part(event, "GuildResponse", data);
    for (const session of this.#sessions.values()) say(session, event, data);
    return this.#sessions.size;
  }

  #forget(session: Session | null): void {
    if (session !== null) this.#sessions.delete(session.id);
  }
}

interface Identify {
  token: string;
  intents: number;
  properties?: { os?: unknown; browser?: unknown };
}

interface Resume {
  token: string;
  session_id: string;
  seq: number;
}

/** Numbers an event, keeps it for a RESUME, and sends it if somebody listens. */
function say(session: Session, t: string, data: unknown): void {
  // As text it stays what it was, whatever becomes of the message meanwhile.
  const event = { s: session.said.length + 1, t, d: JSON.parse(JSON.stringify(data)) as unknown };
  session.said.push(event);
  if (session.socket !== null) send(session.socket, { op: op.dispatch, ...event });
}

function send({ socket, dead }: Link, payload: Record<string, unknown>): void {
  if (!dead && socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}
