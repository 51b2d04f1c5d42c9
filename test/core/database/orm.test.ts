import assert from "node:assert/strict";
import { test } from "node:test";
import { Lake } from "#core/lakes/lake.entity.ts";
import { Ramp } from "#core/lakes/ramp.entity.ts";
import { Bag } from "#core/tournaments/bag.entity.ts";
import { Crew } from "#core/tournaments/crew.entity.ts";
import { Tournament } from "#core/tournaments/tournament.entity.ts";
import { makeOneBoat, openTestOrm } from "../../support/one-boat.ts";

test("a transaction begins on its way to the first statement, whatever form that has", async () => {
  const orm = await openTestOrm();
  const pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  const one = "select 1 as one";
  try {
    for (const [form, run] of [
      ["text", () => client.query(one)],
      ["text and values", () => client.query(`${one} where $1`, [true])],
    ] as const) {
      await client.query("start transaction isolation level repeatable read");
      assert.deepEqual((await run()).rows, [{ one: 1 }], form);
      await assert.rejects(client.query("select 1 / 0"), /division by zero/, form);
      await assert.rejects(client.query("select 1"), /current transaction is aborted/, form);
      assert.equal((await client.query("commit")).command, "ROLLBACK", form);
      await client.query("begin");
      assert.equal((await client.query("rollback")).command, "ROLLBACK", form);
    }
  } finally {
    client.release();
  }
});

test("a statement that comes with values is planned once for a connection", async () => {
  const orm = await openTestOrm();
  const pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    for (const value of [1, 2, 3])
      assert.deepEqual((await client.query("select $1::int as one", [value])).rows, [{ one: value }]);
    const kept = "select statement, generic_plans + custom_plans as asked from pg_prepared_statements";
    assert.deepEqual((await client.query(kept)).rows, [{ statement: "select $1::int as one", asked: "3" }]);
  } finally {
    client.release();
  }
});

test("what was read and left alone is not written again", async () => {
  const orm = await openTestOrm();
  const making = orm.em.fork();
  const { tournament, entry, ann } = await makeOneBoat(making, 2026);
  const lake = making.create(Lake, { key: "travis", name: "Lake Travis" });
  tournament.holdOn({ lake, ramp: making.create(Ramp, { lake, name: "Mansfield Dam" }) });
  making.create(Bag, { entry, angler: ann, gross: 90_000, bigBass: 40_000, caughtBy: ann });
  await making.flush();

  const reading = orm.em.fork();
  for (const entity of [Tournament, Crew, Bag]) await reading.find<object>(entity, {});
  reading.getUnitOfWork().computeChangeSets();
  assert.deepEqual(reading.getUnitOfWork().getChangeSets(), []);
});
