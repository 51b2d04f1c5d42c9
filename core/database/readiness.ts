import type { MikroORM } from "@mikro-orm/postgresql";
import { visitor } from "../actor.ts";
import type { Work } from "../work.ts";
import { connections } from "./orm.ts";
import { inTransaction } from "./transaction.ts";

interface Asking {
  verb: (work: Work) => Promise<void>;
  isClosing: () => boolean;
}

/** Asks the same on all connections of the pool. Each is held until all are there, or it would answer for another one. */
export async function onEveryConnection(orm: MikroORM, { verb, isClosing }: Asking): Promise<void> {
  const all = Promise.withResolvers<void>();
  let missing = connections;
  const arrive = (): void => {
    missing -= 1;
    if (missing === 0) all.resolve();
  };
  const ask = async (work: Work): Promise<void> => {
    arrive();
    await all.promise;
    await verb(work);
  };
  const asking = Array.from({ length: connections }, () =>
    inTransaction(orm, { who: visitor, ending: "read", verb: ask, isClosing }),
  );
  // One that cannot be opened is not waited for.
  for (const one of asking) one.catch(arrive);
  await Promise.allSettled(asking);
}
