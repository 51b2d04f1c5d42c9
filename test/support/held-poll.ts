import { setTimeout as pause } from "node:timers/promises";
import type { App } from "#core/app.ts";
import { office } from "./poll-club.ts";

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
