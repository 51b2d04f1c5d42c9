import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#core/app.ts";
import type { Work } from "#core/work.ts";
import { office } from "./poll-club.ts";
import { until } from "./process.ts";

/** Does something while whoever votes in a poll has to wait so long, as behind a slow count. */
export const withPollHeld = <T>(
  app: App,
  { poll, milliseconds }: { poll: number; milliseconds: number },
  act: () => Promise<T>,
): Promise<T> => behindLock(app, { poll, act, meanwhile: () => pause(milliseconds) });

/** Does something whose connection is cut while it waits to vote: nobody can tell it what became of that. */
export const cutWhileVoting = <T>(
  app: App,
  { poll }: { poll: number },
  act: () => Promise<T>,
): Promise<T> => {
  const cut = (work: Work) =>
    work.em.execute<object[]>(`
      select pg_terminate_backend(pid) from pg_stat_clear_snapshot(), pg_stat_activity
      where datname = current_database() and pg_backend_pid() = any(pg_blocking_pids(pid))`);
  const meanwhile = (work: Work) => until(async () => (await cut(work)).length > 0, { what: "a vote waits" });
  return behindLock(app, { poll, act, meanwhile });
};

interface Held<T> {
  poll: number;
  act: () => Promise<T>;
  meanwhile: (work: Work) => Promise<unknown>;
}

/** Begins to act while a poll is held, and lets go of the poll when what is done meanwhile is done. */
async function behindLock<T>(app: App, { poll, act, meanwhile }: Held<T>): Promise<T> {
  const done = Promise.withResolvers<T>();
  await app.rehearse(office, async (work) => {
    await work.em.execute("select from poll where id = ? for update", [poll]);
    act().then(done.resolve, done.reject);
    await meanwhile(work);
  });
  return done.promise;
}
