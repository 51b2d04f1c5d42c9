import type { App } from "#core/app.ts";
import { visitor } from "#core/actor.ts";
import type { Work } from "#core/work.ts";

/** How many statements a reading verb sends, beside those that open and end its transaction. */
export function countQueries(app: App, verb: (work: Work) => Promise<unknown>): Promise<number> {
  return app.read(visitor, async (work) => {
    const connection = work.em.getConnection();
    const execute = connection.execute.bind(connection);
    let count = 0;
    connection.execute = (...statement: Parameters<typeof execute>) => {
      count += 1;
      return execute(...statement);
    };
    try {
      await verb(work);
      return count;
    } finally {
      connection.execute = execute;
    }
  });
}
