import { visitor } from "#core/actor.ts";
import { loadConfig } from "#core/config.ts";
import { Client } from "pg";
import { keepMemorySmall } from "../cli/small-memory.ts";

/** What a serving process tells of itself when it is asked. */
export interface SiteFigures {
  /** Statements sent so far, and how many of them a transaction alone takes. */
  queries: number;
  transaction: number;
  /** Microseconds of work so far; bytes in use. */
  cpu: number;
  memory: number;
}

/** The site of the club in a directory, in a process of its own, as `sabc serve` has it. */
keepMemorySmall();
const { openApp } = await import("#core/app.ts");
const { serveSite } = await import("../web/server.ts");
const app = await openApp(loadConfig({ home: process.argv[2]! }));
const site = await serveSite(app, { ...app.config, port: 0 });

const original = Reflect.get(Client.prototype, "query") as (...args: unknown[]) => unknown;
let queries = 0;
Reflect.set(Client.prototype, "query", function (this: Client, ...args: unknown[]): unknown {
  queries += 1;
  return original.apply(this, args);
});
// The first also opens its connection.
for (let turn = 0; turn < 2; turn += 1) {
  queries = 0;
  await app.read(visitor, () => Promise.resolve());
}
const transaction = queries;

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  const figures: SiteFigures = {
    queries,
    transaction,
    cpu: user + system,
    memory: process.memoryUsage.rss(),
  };
  process.send?.(figures);
});
process.on("disconnect", () => {
  void site.drain().then(() => app.close());
});
process.send?.(site.address);
