import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#core/app.ts";
import { office } from "./poll-club.ts";
import { until } from "./process.ts";

/** Does something while whoever votes in a poll has to wait so long, as behind a slow count. */
export async function withPollHeld<T>(
  app: App,
  { poll, milliseconds }: { poll: number; milliseconds: number },
  act: () => Promise<T>,
): Promise<T> {
  const done = Promise.withResolvers<T>();
  await app.rehearse(office, async (work) => {
    await work.em.execute("select from poll where id = ? for update", [poll]);
    act().then(done.resolve, done.reject);
    await pause(milliseconds);
  });
  return done.promise;
}

/** Does something whose connection is cut while it waits to vote: nobody can tell it what became of that. */
export async function cutWhileVoting<T>(
  app: App,
  { poll }: { poll: number },
  act: () => Promise<T>,
): Promise<T> {
  const done = Promise.withResolvers<T>();
  await app.rehearse(office, async (work) => {
    await work.em.execute("select from poll where id = ? for update", [poll]);
    act().then(done.resolve, done.reject);
    const cut = () =>
      work.em.execute<object[]>(`
      select pg_terminate_backend(pid) from pg_stat_clear_snapshot(), pg_stat_activity
      where datname = current_database() and pg_backend_pid() = any(pg_blocking_pids(pid))`);
    await until(async () => (await cut()).length > 0, { what: "a vote waits" });
  });
  return done.promise;
}
