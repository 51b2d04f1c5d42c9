import { authorize, operator } from "#core/actor.ts";
import type { App } from "#core/app.ts";

/** Makes it noon of a day in a test database, or another time, for the club and for the database alike. */
export function moveClock(app: App, day: string, time = "12:00"): Promise<void> {
  return app.write(operator("tester"), async (work) => {
    authorize(work, "moveClock", { roles: [] });
    await work.em.execute(
      `insert into clock_offset (shift) values ((?::date + ?::time) at time zone 'America/Chicago' - clock_timestamp())
       on conflict (id) do update set shift = excluded.shift`,
      [day, time],
    );
  });
}

/** The same to a moment, where a day and a time are not enough: `2026-11-01T01:30:00-06:00`. */
export function moveClockTo(app: App, moment: string): Promise<void> {
  return app.write(operator("tester"), async (work) => {
    authorize(work, "moveClock", { roles: [] });
    await work.em.execute(
      `insert into clock_offset (shift) values (?::timestamptz - clock_timestamp())
       on conflict (id) do update set shift = excluded.shift`,
      [moment],
    );
  });
}
