import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, authorize, operator, visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { openApp } from "#core/app.ts";
import { DomainError } from "#core/errors.ts";
import { askPrepared } from "#core/prepared.ts";
import type { Work } from "#core/work.ts";
import { openTestApp, testConfig } from "../support/database.ts";
import { countQueries } from "../support/query-count.ts";

const officer = operator("pat");
const member: Actor = { kind: "angler", name: "Ann", channel: "site", anglerId: 1, roles: [] };

async function addPerson(
  work: Work,
  { name, email = null }: { name: string; email?: string | null },
): Promise<number> {
  authorize(work, "addPerson", { roles: ["editor"], reason: "joined at the ramp" });
  const angler = work.em.create(Angler, { name, publicName: name, email, phone: null, joinedOn: null });
  await work.em.flush();
  return angler.id;
}

const countAnglers = (work: Work): Promise<number> => work.em.count(Angler);

interface RecordRow {
  verb: string;
  actor_name: string;
  channel: string;
  reason: string;
  subject: string;
  action: string;
  after: Record<string, unknown>;
}

const listRecords = (work: Work): Promise<RecordRow[]> =>
  work.em.execute(
    "select verb, actor_name, channel, reason, subject, action, after from audit_record order by id",
  );

const refusedWith =
  (kind: string, code?: string) =>
  (error: unknown): boolean =>
    error instanceof DomainError && error.kind === kind && (code === undefined || error.code === code);

const app = await openTestApp();

describe("the door to the club", () => {
  test("a write keeps everything, with its audit record", async () => {
    const id = await app.write(officer, (work) =>
      addPerson(work, { name: "Ann Lee", email: "ann@club.example" }),
    );
    const records = await app.read(officer, listRecords);
    const { after, ...record } = records.at(-1)!;
    assert.deepEqual(record, {
      verb: "addPerson",
      actor_name: "pat",
      channel: "terminal",
      reason: "joined at the ramp",
      subject: "angler",
      action: "create",
    });
    assert.match(String(after["email"]), /^hash:[0-9a-f]{64}$/);
    assert.ok(id > 0);
    const [personal] = await app.read(officer, (work) =>
      work.em.execute<{ value: string }[]>("select value from audit_personal where field = 'after.email'"),
    );
    assert.equal(personal?.value, "ann@club.example");
  });

  test("a write that fails keeps nothing, not even its record", async () => {
    const earlier = await app.read(officer, async (work) => [
      await countAnglers(work),
      (await listRecords(work)).length,
    ]);
    const failing = app.write(officer, async (work) => {
      await addPerson(work, { name: "Half Done" });
      throw new Error("lightning");
    });
    await assert.rejects(failing, /lightning/);
    const later = await app.read(officer, async (work) => [
      await countAnglers(work),
      (await listRecords(work)).length,
    ]);
    assert.deepEqual(later, earlier);
  });

  test("a rehearsal tells what would be, and changes nothing", async () => {
    const earlier = await app.read(officer, countAnglers);
    const seen = await app.rehearse(officer, async (work) => {
      await addPerson(work, { name: "Only Tried" });
      return countAnglers(work);
    });
    assert.equal(seen, earlier + 1);
    assert.equal(await app.read(officer, countAnglers), earlier);
  });

  test("a rehearsal meets the constraints that the real change would meet", async () => {
    const twin = app.rehearse(officer, (work) =>
      addPerson(work, { name: "Twin", email: "ANN@club.example" }),
    );
    await assert.rejects(twin, refusedWith("conflict"));
  });

  test("a read cannot change anything", async () => {
    await assert.rejects(
      app.read(officer, (work) => addPerson(work, { name: "Sneaky" })),
      /read-only/,
    );
  });

  test("a read goes to the database twice beside what it asks", async () => {
    assert.equal(await countQueries(() => app.read(officer, () => Promise.resolve())), 2);
  });

  test("a change by someone without the role is refused before anything happens", async () => {
    for (const actor of [visitor, member]) {
      await assert.rejects(
        app.write(actor, (work) => addPerson(work, { name: "Nobody" })),
        refusedWith("forbidden", "role-required"),
      );
    }
    const editor = { ...member, roles: ["editor" as const] };
    assert.ok((await app.rehearse(editor, (work) => addPerson(work, { name: "By an editor" }))) > 0);
  });

  test("a verb that never asked whether it may is stopped", async () => {
    const careless = app.write(officer, async (work) => {
      work.em.create(Angler, {
        name: "Careless",
        publicName: "Careless",
        email: null,
        phone: null,
        joinedOn: null,
      });
      await work.em.flush();
    });
    await assert.rejects(careless, /did not ask whether it may/);
  });

  test("audit records cannot be changed or removed, not even by SQL", async () => {
    for (const statement of [
      "update audit_record set verb = 'x'",
      "delete from audit_record",
      "truncate audit_record cascade",
    ]) {
      await assert.rejects(
        app.write(officer, (work) => work.em.execute(statement)),
        (error: Error) => !/syntax/.test(error.message),
        statement,
      );
    }
  });

  test("a job runs once at a time", async () => {
    const first = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const running = app.lock("test-job", async () => {
      held.resolve();
      await first.promise;
      return "done";
    });
    await held.promise;
    await assert.rejects(
      app.lock("test-job", () => Promise.resolve("twice")),
      refusedWith("busy", "job-running"),
    );
    first.resolve();
    assert.equal(await running, "done");
    assert.equal(await app.lock("test-job", () => Promise.resolve("again")), "again");
  });

  test("connections that die in the middle of a transaction do not use the pool up", async () => {
    const poolSize = 10;
    for (let death = 0; death <= poolSize; death += 1) {
      const dying = app.write(officer, (work) =>
        work.em.execute("select pg_terminate_backend(pg_backend_pid())"),
      );
      await assert.rejects(dying, refusedWith("unavailable", "database-away"));
    }
    assert.ok((await app.read(officer, countAnglers)) > 0);
  });

  test("a pool that is used up says busy, and works again", async () => {
    const blocked = Promise.withResolvers<void>();
    const holders = Array.from({ length: 10 }, () => app.read(officer, () => blocked.promise));
    await assert.rejects(app.read(officer, countAnglers), refusedWith("busy"));
    blocked.resolve();
    await Promise.all(holders);
    assert.ok((await app.read(officer, countAnglers)) > 0);
  });

  test("whoever serves asks the same on every connection beforehand", async () => {
    const asked: number[] = [];
    await app.getReady(async (work) => {
      const [row] = await work.em.execute<{ pid: number }[]>("select pg_backend_pid() as pid");
      asked.push(row!.pid);
    });
    assert.deepEqual([asked.length, new Set(asked).size], [10, 10]);
  });

  test("whoever serves begins without its database all the same", async () => {
    const away = await openApp(testConfig("postgres://club@127.0.0.1:1/club"));
    await away.getReady(() => assert.fail("nobody was reached"));
    await away.close();
  });

  test("what changes the club is planned once for all values", async () => {
    const plans = await app.write(officer, async (work) => {
      await askPrepared(work, "select ?::text as asked", ["one"]);
      await askPrepared(work, "select ?::text as asked", ["two"]);
      return work.em.execute(
        "select generic_plans::int as kept, custom_plans::int as others from pg_prepared_statements where statement like '%as asked'",
      );
    });
    assert.deepEqual(plans, [{ kept: 2, others: 0 }]);
  });

  test("the time is the database's, and can be moved only where the database is for tests", async () => {
    await app.write(officer, (work) => work.em.execute("insert into clock_offset (shift) values ('1 day')"));
    const [row] = await app.read(officer, (work) =>
      work.em.execute<{ ahead: number }[]>(
        "select extract(epoch from club_now() - clock_timestamp())::int as ahead",
      ),
    );
    assert.equal(row?.ahead, 86_400);
  });
});
