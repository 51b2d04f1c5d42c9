import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "#core/config.ts";
import { unavailable } from "#core/errors.ts";
import { refuseExpectations, refuseTheUnreadable } from "./middleware/unreadable.ts";

export interface RunningSite {
  /** Where it really listens, `http://127.0.0.1:3000`. */
  address: string;
  /** Takes no new connections, answers what was asked, and resolves when all are gone. */
  drain(): Promise<void>;
}

/** Drains the site at the first SIGTERM or SIGINT and resolves then; a second signal does not wait. */
export function drainOnSignal(site: Pick<RunningSite, "drain">): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      process.off("SIGTERM", stop).off("SIGINT", stop);
      site.drain().then(resolve, reject);
    };
    process.on("SIGTERM", stop).on("SIGINT", stop);
  });
}

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  // A request without a Host is refused by the site itself, with the headers of every answer.
  requireHostHeader: false,
};

/** How long an idle connection may wait for one more request, and the slowest answer for its reader. */
const grace = { idle: 1_000, answers: 30_000 };

export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  { host, port }: Pick<Config, "host" | "port">,
): Promise<RunningSite> {
  let draining = false;
  const server = createServer(limits, (request, response) => {
    // Said on every answer from now on, so that no client sends its next request into a closing connection.
    if (draining) response.setHeader("Connection", "close");
    handle(request, response);
  });
  server.timeout = limits.requestTimeout;
  server.on("clientError", refuseTheUnreadable).on("checkExpectation", refuseExpectations);

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(unavailable("cannot-listen", whyNot(error, { host, port }), error));
    });
    server.listen(port, host, resolve);
  });

  const bound = server.address();
  const actual = typeof bound === "object" && bound ? bound.port : port;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${actual}`,
    drain: async () => {
      draining = true;
      // Not http's own close: that also cuts idle connections, under requests which are already on their way.
      const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      const patience = new AbortController();
      await Promise.race([
        closed,
        wait(grace.idle, undefined, { signal: patience.signal }).catch(() => undefined),
      ]);
      server.closeIdleConnections();
      await Promise.race([
        closed,
        wait(grace.answers, undefined, { signal: patience.signal }).catch(() => undefined),
      ]);
      patience.abort();
      server.closeAllConnections();
      await closed;
    },
  };
}

function whyNot(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken. Stop what listens there, or set PORT to another.`;
  }
  if (error.code === "EACCES") return `Port ${port} on ${host} may not be used. Set PORT to one above 1023.`;
  return `The site cannot listen on ${host}:${port}. Check HOST and PORT.`;
}
