import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Endpoint } from "./endpoint.ts";
import { type Fault, Faults } from "./faults.ts";
import type { Judge } from "./judge.ts";
import { Limits, type Pace } from "./limits.ts";
import { Refused } from "./refused.ts";
import { faulty, limitHeaders, refusal, type Reply, tooMany } from "./replies.ts";
import { readBody, type RequestBody } from "./request-body.ts";
import { findEndpoint, type Found } from "./routing.ts";
import type { World } from "./world.ts";

/** One request that the bot sent, and how it was answered. */
export interface Sent {
  method: string;
  /** As Discord's description spells it, or as it came when there is no such endpoint. */
  path: string;
  /** The path with its ids. */
  url: string;
  body: unknown;
  /** Discord's time. */
  at: number;
  /** 0: not answered. */
  status: number;
  /** Discord's code, of a refusal. */
  code: number | null;
}

/** Discord's HTTP API v10 on loopback. */
export class HttpServer {
  readonly sent: Sent[] = [];
  readonly faults = new Faults();
  readonly judge: Judge;
  readonly server: Server;
  readonly #world: World;
  readonly #limits: Limits;
  readonly #sockets = new Set<Socket>();
  #port = 0;

  constructor({ world, judge, pace }: { world: World; judge: Judge; pace: number }) {
    this.#world = world;
    this.judge = judge;
    this.#limits = new Limits(pace);
    this.server = createServer((request, response) => void this.#serve(request, response));
    this.server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
  }

  get port(): number {
    return this.#port;
  }

  forgetLimits(): void {
    this.#limits.forget();
    this.#world.oldEdits.forget();
  }

  /** Takes connections, on the same port each time. */
  listen(): Promise<void> {
    return new Promise((resolve) => {
      this.server.listen(this.#port, "127.0.0.1", () => {
        this.#port = (this.server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  /** Cuts all connections and refuses new ones. */
  refuse(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://local");
    const method = request.method ?? "GET";
    const found = findEndpoint(method, url.pathname);
    const read = await readBody(request);
    if (read === null) return;
    const path = found?.endpoint.path ?? url.pathname;
    const at = this.#world.clock.now();
    const sent: Sent = { method, path, url: url.pathname, body: read.body, at, status: 0, code: null };
    this.sent.push(sent);
    const fault = this.faults.take(`${method} ${path}`);
    if (fault?.delay !== undefined) await pause(fault.delay);
    const reply = this.#answer({ request, url, read, sent, found, fault });
    if (reply === undefined || response.destroyed) return void response.destroy();
    const { status, body, headers } = reply;
    sent.status = status;
    sent.code = (body as { code?: number } | undefined)?.code ?? null;
    if (found !== undefined) this.judge.reply({ method, path, status, body });
    response.writeHead(status, {
      ...headers,
      ...(body !== undefined && { "content-type": "application/json" }),
    });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  #answer({ fault, ...asked }: Asked): Reply | undefined {
    const early = fault?.when !== "after";
    if (fault !== undefined && early && (fault.hangUp || fault.status !== undefined)) return faulty(fault);
    const reply = this.#reply(asked);
    return fault === undefined || early ? reply : faulty(fault);
  }

  #reply({ request, url, read, sent, found }: Omit<Asked, "fault">): Reply {
    if (found === undefined) {
      this.judge.complain(`${sent.method} ${sent.path}`, "the local Discord has no such endpoint");
      return { status: 404, body: { message: "404: Not Found", code: 0 } };
    }
    const { endpoint, ids } = found;
    if (read.wrong === "type") {
      const type = request.headers["content-type"] ?? "of no type";
      this.judge.complain(`${sent.method} ${sent.path} request`, `is ${type} instead of JSON`);
      return refusal(new Refused(50035));
    }
    if (read.wrong === "json") return refusal(new Refused(50109));
    this.judge.request({ ...sent, query: url.searchParams });
    const token = request.headers.authorization;
    if (endpoint.by === "bot" && (token !== `Bot ${this.#world.token}` || this.#world.revoked)) {
      return refusal(new Refused(0));
    }
    const { pace, headers } = this.#take(endpoint, ids);
    if (pace.refused) return tooMany(pace, headers);
    try {
      const id = (name: string): string => ids[name] ?? "";
      const { searchParams: query } = url;
      return { ...endpoint.answer({ world: this.#world, id, query, ...read }), headers };
    } catch (error) {
      return error instanceof Refused ? refusal(error, headers) : broken(this.judge, sent, error);
    }
  }

  #take(endpoint: Endpoint, ids: Record<string, string>): { pace: Pace; headers: Record<string, string> } {
    if (!endpoint.path.endsWith("/callback")) {
      const pace = this.#limits.takeGlobal();
      if (pace.refused)
        return { pace, headers: { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" } };
    }
    const { limit } = endpoint;
    if (limit === undefined) return { pace: { refused: false, resetAfter: 0, remaining: 1 }, headers: {} };
    const bucket = Buffer.from(`${endpoint.method} ${endpoint.path}`).toString("base64url").slice(-24);
    const pace = this.#limits.take(`${bucket} ${ids["webhook_token"] ?? Object.values(ids)[0] ?? ""}`, limit);
    return { pace, headers: limitHeaders(pace, { bucket, requests: limit.requests }) };
  }
}

interface Asked {
  request: IncomingMessage;
  url: URL;
  read: RequestBody;
  sent: Sent;
  found: Found | undefined;
  fault: Fault | undefined;
}

/** A fault of the local Discord itself must not pass for Discord's. */
function broken(judge: Judge, { method, path }: Sent, error: unknown): Reply {
  judge.complain(`${method} ${path}`, `the local Discord failed: ${(error as Error).stack ?? String(error)}`);
  return { status: 500 };
}
