import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { App } from "#core/app.ts";
import type { Door, Work } from "#core/work.ts";
import { openTestApp } from "../../support/database.ts";
import { deliverBy, forgetNotices, mailClub, remindEach, standing } from "../../support/mail-club.ts";
import { startSmtp } from "../../support/smtp.ts";

const app = await openTestApp();
const names = Array.from({ length: 30 }, (_, at) => `Angler ${at}`);
const people = [...(await mailClub(app, names)).values()];
const smtp = await startSmtp({ manner: () => ({ delay: 2 }) });

/** Three workers at once: how many copies of each mail arrived. */
async function threeAtOnce(door: Door): Promise<number[]> {
  smtp.arrived.length = 0;
  await forgetNotices(app);
  await remindEach(app, people);
  await Promise.all([1, 2, 3].map(() => deliverBy(door, smtp.url)));
  assert.deepEqual(await standing(app).then((all) => all.filter(([state]) => state !== "sent")), []);
  return [...Map.groupBy(smtp.arrived, ({ to }) => to[0]).values()].map(({ length }) => length);
}

/** The same club, where what is looked at is not locked. */
const unlocked = (club: App): Door => ({
  read: (actor, verb) => club.read(actor, verb),
  write: (actor, verb) => club.write(actor, (work) => verb({ ...work, em: withoutLocks(work) })),
});

const withoutLocks = ({ em }: Work): Work["em"] =>
  new Proxy(em, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name, target);
      if (typeof found !== "function") return found;
      if (name !== "find") return found.bind(target);
      return (entity: unknown, where: unknown, { lockMode: _, ...options }: Record<string, unknown> = {}) =>
        found.call(target, entity, where, options);
    },
  });

describe("several workers at once", () => {
  test("send each mail once between them", async () => {
    assert.deepEqual(await threeAtOnce(app), Array(people.length).fill(1));
  });

  test("would send some twice without the lock on what they take", async () => {
    const copies = await threeAtOnce(unlocked(app));
    assert.equal(copies.length, people.length);
    assert.ok(copies.some((count) => count > 1));
  });
});
