import { visitor } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import type { Work } from "#core/work.ts";
import { Client } from "pg";

/** How many statements all connections of this process sent while it ran; that one still listens is no question. */
export async function countQueries(run: () => Promise<unknown>): Promise<number> {
  const original = Reflect.get(Client.prototype, "query") as (...args: unknown[]) => unknown;
  let count = 0;
  const counting = function (this: Named, ...args: unknown[]): unknown {
    if (this.connectionParameters.application_name !== "sabc listen") count += 1;
    return original.apply(this, args);
  };
  Reflect.set(Client.prototype, "query", counting);
  try {
    await run();
  } finally {
    Reflect.set(Client.prototype, "query", original);
  }
  return count;
}

type Named = Client & { connectionParameters: { application_name: string } };

/** How many a reading verb sends, beside those that open and end its transaction. */
export async function countQueriesOf(app: App, verb: (work: Work) => Promise<unknown>): Promise<number> {
  const transaction = await countQueries(() => app.read(visitor, () => Promise.resolve()));
  return (await countQueries(() => app.read(visitor, verb))) - transaction;
}
