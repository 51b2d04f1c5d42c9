import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Config } from "#core/config.ts";
import { unavailable } from "#core/errors.ts";
import { answerUntilDrained } from "./drain.ts";
import { refuseExpectations, refuseTheUnreadable } from "./middleware/unreadable.ts";

export interface RunningSite {
  /** Where it really listens, `http://127.0.0.1:3000`. */
  address: string;
  /** Takes no new connections, answers what was asked, and resolves when all are gone. */
  drain(): Promise<void>;
}

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  // A request without a Host is refused by the site itself, with the headers of every answer.
  requireHostHeader: false,
};

export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  { host, port }: Pick<Config, "host" | "port">,
): Promise<RunningSite> {
  const server = createServer(limits);
  const drain = answerUntilDrained(server, handle);
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
    drain,
  };
}

function whyNot(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken. Stop what listens there, or set PORT to another.`;
  }
  if (error.code === "EACCES") return `Port ${port} on ${host} may not be used. Set PORT to one above 1023.`;
  return `The site cannot listen on ${host}:${port}. Check HOST and PORT.`;
}
