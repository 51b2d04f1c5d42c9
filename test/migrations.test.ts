import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { connect } from "#core/database/connection.ts";
import { constraints } from "#core/database/constraints.ts";
import { migrations } from "../migrations/migrations.ts";
import { templateName, withDatabase } from "./support/cluster.ts";
import { cloneDatabase } from "./support/database.ts";
import { openTestOrm } from "./support/one-boat.ts";

const names = migrations.map(({ name }) => name);

describe("the schema", () => {
  test("built step by step is the one the entities describe, guards and triggers included", async () => {
    const orm = await openTestOrm();
    assert.equal(await orm.schema.getUpdateSchemaSQL(), "");
  });

  test("a guard that is missing is noticed", async () => {
    const orm = await openTestOrm();
    await orm.em.getConnection().execute("alter table bag drop constraint dead_fish_within_fish");
    assert.match(await orm.schema.getUpdateSchemaSQL(), /dead_fish_within_fish/);
  });

  test("a trigger that is missing is noticed", async () => {
    const orm = await openTestOrm();
    await orm.em.getConnection().execute("drop trigger pot_movement_is_never_changed on pot_movement");
    assert.match(await orm.schema.getUpdateSchemaSQL(), /pot_movement_is_never_changed/);
  });

  test("goes down to nothing and up again", async () => {
    const orm = await openTestOrm();
    const left = () =>
      orm.em.getConnection().execute<{ name: string }[]>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname not like 'migration%'
           union all select proname from pg_proc where pronamespace = 'public'::regnamespace`,
      );
    await orm.migrator.down({ to: 0 });
    assert.deepEqual(await left(), []);
    const done = await orm.migrator.up();
    assert.deepEqual(
      done.map(({ name }) => name),
      names,
    );
    assert.equal(await orm.schema.getUpdateSchemaSQL(), "");
  });

  test("every step can be taken back and done again by itself", async () => {
    const orm = await openTestOrm();
    for (const name of names.toReversed()) {
      await orm.migrator.down();
      const [again] = await orm.migrator.up({ to: name });
      assert.equal(again?.name, name);
      await orm.migrator.down();
    }
    assert.deepEqual(await orm.migrator.getExecuted(), []);
  });
});

describe("what the database refuses", () => {
  test("is said in the club's words, name by name", async () => {
    const client = await connect({ connectionString: await cloneDatabase() }, "sabc test");
    const { rows } = await client.query<{ name: string }>(guardsOfTheDatabase);
    await client.end();
    const guards = rows.map(({ name }) => name);
    assert.deepEqual(
      guards.filter((name) => !(name in constraints) && !neverMet.has(name)),
      [],
      "guards without a sentence",
    );
    assert.deepEqual(
      Object.keys(constraints).filter((name) => !guards.includes(name)),
      [],
      "sentences without a guard",
    );
  });

  test("is a whole sentence with a code of its own", () => {
    for (const [name, { code, sentence }] of Object.entries(constraints)) {
      assert.equal(code, name.replaceAll("_", "-"));
      assert.match(sentence, /^[A-Z].*[.]$/, name);
    }
  });

  test("names every guard in words, never by the machine", async () => {
    const client = await connect({ connectionString: await cloneDatabase() }, "sabc test");
    const { rows } = await client.query<{ name: string }>(
      `${guardsOfTheDatabase} union select indexrelid::regclass::text from pg_index
       where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) and not indisprimary`,
    );
    await client.end();
    assert.deepEqual(
      rows
        .map(({ name }) => name)
        .filter((name) => /_(fkey|check|idx|foreign|unique|index)\d*$|_id_\w*key\d*$/.test(name)),
      [],
    );
  });

  test("every foreign key restricts and has an index that starts with its column", async () => {
    const client = await connect({ connectionString: await cloneDatabase() }, "sabc test");
    const unrestricted = await client.query(
      "select conname from pg_constraint where contype = 'f' and confdeltype <> 'r'",
    );
    const unindexed = await client.query(
      `select c.conname from pg_constraint c where c.contype = 'f' and cardinality(c.conkey) = 1 and not exists (
         select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`,
    );
    await client.end();
    assert.deepEqual([unrestricted.rows, unindexed.rows], [[], []]);
  });
});

describe("the club's clock", () => {
  const offBy = "extract(epoch from club_now() - clock_timestamp())::int as seconds";

  test("is the database's, and is moved by the offset row in a database for tests", async () => {
    const client = await connect({ connectionString: await cloneDatabase() }, "sabc test");
    const read = async () => (await client.query<{ seconds: number }>(`select ${offBy}`)).rows[0]?.seconds;
    assert.equal(await read(), 0);
    await client.query("insert into clock_offset (shift) values ('3 days')");
    assert.equal(await read(), 259_200);
    await client.end();
  });

  test("cannot be moved in any other database, not even by a row that was moved there", async () => {
    const url = await cloneDatabase();
    const server = await connect({ connectionString: url }, "sabc test");
    const elsewhere = `sabc_club_${randomBytes(4).toString("hex")}`;
    await server.query(`create database ${elsewhere} template ${templateName} strategy file_copy`);
    const client = await connect({ connectionString: withDatabase(url, elsewhere) }, "sabc club");
    const shift = "insert into clock_offset (shift) values ('3 days')";
    await assert.rejects(client.query(shift), { constraint: "clock_moves_in_tests_only" });
    await client.query("alter table clock_offset drop constraint clock_moves_in_tests_only");
    await client.query(shift);
    const { rows } = await client.query(`select ${offBy}`);
    await client.end();
    await server.query(`drop database ${elsewhere} with (force)`);
    await server.end();
    assert.deepEqual(rows, [{ seconds: 0 }]);
  });
});

/** Guards against our own mistakes, which nothing a person enters can meet. */
const neverMet = new Set([
  "award_of_a_season",
  "standing_of_a_season",
  "best_of_a_lake",
  "best_of_a_season",
  "best_measure_is_known",
  "best_of_a_tournament",
  "best_ranking_is_known",
  "audit_action_is_known",
  "clock_offset_is_one_row",
  "clock_moves_in_tests_only",
  "entry_in_its_tournament",
  "one_personal_value_per_field",
  "public_change_is_told",
  "ramp_on_its_lake",
  "ranking_is_known",
  "result_names_who_is_ranked",
  "result_outcome_is_known",
  "sum_of_a_season",
  "sum_of_a_tournament",
  "sum_of_a_whole_season",
  "sum_of_an_angler",
  "summed_measure_is_known",
  "summed_ranking_is_known",
  "total_of_an_angler",
]);

const guardsOfTheDatabase = `
  select conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'u', 'f') and conname not like 'migration%'
  union
  select indexrelid::regclass::text from pg_index
    where indisunique and not indisprimary and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
  union
  select tgname from pg_trigger where not tgisinternal and tgname not like '%_never_emptied'`;
