import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connect } from "#core/database/connection.ts";
import { publicTables } from "#core/database/public-changes.ts";
import { cloneDatabase } from "../../support/database.ts";

/** What no public page shows: of these nobody need hear. */
const neverShown = [
  "angler_alias",
  "angler_role",
  "announcement",
  "audit_personal",
  "audit_record",
  "audit_seal",
  "ballot",
  "ballot_request",
  "discord_link",
  "dues_payment",
  "guild_event",
  "given_role",
  "link_code",
  "migration",
  "notice",
  "notice_preference",
  "poll_draft",
  "posted_message",
  "roll",
  "selection",
];

const client = await connect({ connectionString: await cloneDatabase() }, "sabc test");
const ask = async (sql: string): Promise<string[]> =>
  (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name);

describe("a change of what public pages show", () => {
  test("is told of every table that was not left out on purpose", async () => {
    const tables = await ask(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    );
    // The tests' clock is no table of the club's, and pages must follow it all the same.
    const told = [...publicTables, "clock_offset"];
    assert.deepEqual(tables, [...told, ...neverShown].toSorted());
    assert.deepEqual(
      await ask(`select tgrelid::regclass::text as name from pg_trigger
        where tgname = 'public_change_is_told' and tgenabled = 'O' and tgtype & (4 | 8 | 16 | 32) = (4 | 8 | 16 | 32) order by 1`),
      told.toSorted(),
    );
  });

  test("is told once, at the commit, and not when it is taken back", async () => {
    const heard: string[] = [];
    client.on("notification", ({ channel }) => heard.push(channel));
    await client.query("listen sabc_public");
    const add = (key: string) => `insert into lake (key, name) values ('${key}', '${key}')`;
    await client.query(`begin; ${add("one")}; ${add("two")}; update lake set latitude = 30, longitude = -97`);
    assert.deepEqual(heard, []);
    await client.query("commit");
    assert.deepEqual(heard, ["sabc_public"]);
    await client.query(`begin; ${add("three")}; rollback`);
    await client.query("insert into angler_alias select from angler where false").catch(() => undefined);
    assert.deepEqual(heard, ["sabc_public"]);
  });

  test("is told for whatever way a row may go", async () => {
    const heard: string[] = [];
    client.on("notification", ({ channel }) => heard.push(channel));
    for (const statement of ["delete from lake where key = 'one'", "truncate attendance"])
      await client.query(statement);
    assert.deepEqual(heard, ["sabc_public", "sabc_public"]);
    await client.end();
  });
});
