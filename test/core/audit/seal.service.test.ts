import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize, operator, visitor } from "#core/actor.ts";
import { findHead, findLastSeal } from "#core/audit/seal.queries.ts";
import { appendSeal, findAuditHead, sealAudit } from "#core/audit/seal.service.ts";
import { addLake } from "#core/lakes/lakes.service.ts";
import type { Work } from "#core/work.ts";
import { openTestApp } from "../../support/database.ts";

const app = await openTestApp();
const office = operator("tester");

const seal = (minutes?: number) =>
  app.write(office, (work) => sealAudit(work, minutes === undefined ? {} : { minutes }));
const add = (name: string) => app.write(office, (work) => addLake(work, { name }));
const head = () => app.read(office, (work) => findAuditHead(work));

/** Somebody's change that is on its way: recorded, and not kept before it may be. */
async function underWay(name: string): Promise<{ finish: () => Promise<unknown> }> {
  const recorded = Promise.withResolvers<void>();
  const may = Promise.withResolvers<void>();
  const done = app.write(office, async (work) => {
    await addLake(work, { name });
    await work.em.flush();
    recorded.resolve();
    await may.promise;
  });
  await Promise.race([recorded.promise, done]);
  return {
    finish: () => {
      may.resolve();
      return done;
    },
  };
}

describe("sealing the audit log", () => {
  test("nothing was changed: there is nothing to seal", async () => {
    assert.deepEqual(await seal(), { sealed: 0 });
    assert.equal(await head(), null);
  });

  test("what was changed is sealed once, and what follows an hour later", async () => {
    await add("Lake One");
    assert.deepEqual(await seal(), { sealed: 1 });
    assert.deepEqual(await seal(0), { sealed: 0 });
    await add("Lake Two");
    await add("Lake Three");
    assert.deepEqual(await seal(), { sealed: 0 });
    assert.equal((await head())?.unsealed, 2);
    assert.deepEqual(await seal(0), { sealed: 2 });
    const found = await head();
    assert.match(found?.hash ?? "", /^[0-9a-f]{64}$/);
    assert.match(found?.at ?? "", /-0[56]:00$/);
    assert.equal(found?.unsealed, 0);
  });

  test("two at once make one seal", async () => {
    await add("Lake Four");
    const sealed = await Promise.all([seal(0), seal(0)]);
    assert.deepEqual(new Set(sealed.map((one) => one.sealed)), new Set([0, 1]));
  });

  test("waits for nobody who is still at work, and for the next run instead", async () => {
    const slow = await underWay("Lake Five");
    await add("Lake Six");
    await assert.rejects(seal(0), { kind: "busy" });
    await slow.finish();
    assert.deepEqual(await seal(0), { sealed: 2 });
  });

  test("keeps nobody from working while it hashes", async () => {
    await add("Lake Seven");
    await app.write(office, async (work) => {
      await sealAudit(work, { minutes: 0 });
      await add("Lake Eight");
    });
    assert.equal((await head())?.unsealed, 1);
  });

  test("without its lock a record would appear below the head", async () => {
    const slow = await underWay("Lake Nine");
    await add("Lake Ten");
    const belowHead = async (work: Work) => {
      const last = await findLastSeal(work);
      const [row] = await work.em.execute<{ records: string }[]>(
        "select count(*) as records from audit_record where id <= ?",
        [last!.lastRecordId],
      );
      return Number(row!.records);
    };
    await app.write(office, async (work) => {
      const newest = await findHead(work);
      await appendSeal(work, { last: await findLastSeal(work), head: newest! });
    });
    const before = await app.read(office, belowHead);
    await slow.finish();
    assert.equal(await app.read(office, belowHead), before + 1);
  });

  test("is for officers", async () => {
    await assert.rejects(
      app.write(visitor, (work) => sealAudit(work, {})),
      { code: "role-required" },
    );
    await assert.rejects(
      app.read(visitor, (work) => findAuditHead(work)),
      { code: "role-required" },
    );
  });

  test("a role that may only add and read records, and lock them, seals", async () => {
    await add("Lake Eleven");
    await app.rehearse(office, async (work) => {
      authorize(work, "tryRole", { roles: [] });
      for (const statement of limitedRole) await work.em.execute(statement);
      assert.equal((await sealAudit(work, { minutes: 0 })).sealed, 1);
      await work.em.execute("reset role");
    });
  });
});

const limitedRole = [
  "create role sabc_sealing_test",
  "grant select, insert, maintain on audit_record to sabc_sealing_test",
  "grant select, insert on audit_seal to sabc_sealing_test",
  "grant execute on function club_now() to sabc_sealing_test",
  "grant select on clock_offset to sabc_sealing_test",
  "set local role sabc_sealing_test",
];
