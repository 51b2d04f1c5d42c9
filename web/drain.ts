import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";

/** Drains the site at the first SIGTERM, SIGINT or SIGHUP and resolves then; a second signal does not wait. */
export function drainOnSignal(site: { drain(): Promise<void> }): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      for (const signal of signals) process.off(signal, stop);
      site.drain().then(resolve, reject);
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** Milliseconds: how long to look for a quiet moment, for one more request on an idle connection, for a slow reader. */
const grace = { quiet: 250, idle: 1_000, answers: 30_000 };

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * Lets the server answer, until what this returns is called: that stops it without breaking a request and resolves when
 * all connections are gone.
 */
export function answerUntilDrained(server: Server, handle: Handle): () => Promise<void> {
  let draining: Promise<void> | null = null;
  let stopListening: () => void;
  const stopped = new Promise<void>((resolve) => {
    stopListening = resolve;
  });

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (draining === null) {
      handle(request, response);
      return;
    }
    // Said on every answer from now on, so that no client sends its next request into a closing connection.
    response.setHeader("Connection", "close");
    // Answered a moment later: a client that waits for it opens no new connection while the door is being shut.
    void stopped.then(() => handle(request, response));
  });

  async function drain(): Promise<void> {
    await aQuietMoment(server);
    const gone = closeTheDoor(server);
    stopListening();
    await within(grace.idle, gone);
    server.closeIdleConnections();
    await within(grace.answers, gone);
    server.closeAllConnections();
    await gone;
  }

  return () => (draining ??= drain());
}

/** The kernel resets connections that nobody has taken yet when the door shuts; so shut it when none is waiting. */
async function aQuietMoment(server: Server): Promise<void> {
  let arrivals = 0;
  const count = () => {
    arrivals += 1;
  };
  server.on("connection", count);
  const until = performance.now() + grace.quiet;
  for (let before = -1; before !== arrivals && performance.now() < until;) {
    before = arrivals;
    await wait(10);
    // Right after the event loop has taken all that were waiting.
    await turn();
  }
  server.off("connection", count);
}

/** Not http's own close: that also cuts idle connections, under requests which are already on their way. */
const closeTheDoor = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });

async function within(milliseconds: number, done: Promise<void>): Promise<void> {
  const patience = new AbortController();
  const { signal } = patience;
  await Promise.race([done, wait(milliseconds, undefined, { signal }).catch(() => undefined)]);
  patience.abort();
}
