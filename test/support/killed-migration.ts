import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "#core/database/connection.ts";
import { freshName, withDatabase } from "./cluster.ts";
import { cloneDatabase } from "./database.ts";
import { freshHome, startSabc, until } from "./process.ts";
import { sabc } from "./sabc.ts";

/** Kills `database migrate` where it has begun to write the schema, a little later each time, and goes on to the end. */
export async function killedMigrations({ kills }: { kills: number }): Promise<void> {
  const whole = await cloneDatabase();
  const home = freshHome();
  const name = freshName();
  const url = withDatabase(whole, name);
  writeFileSync(join(home, ".env"), `DATABASE_URL=${url}\n`);
  const words = ["database", "migrate"];
  const migrate = () => sabc([...words, "--home", home]);
  const server = await connect({ connectionString: whole }, "sabc test");
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await server.query(`drop database if exists ${name} with (force)`);
      await server.query(`create database ${name} strategy file_copy`);
      const running = startSabc(words, { home, typed: "" });
      await until(async () => {
        const { rowCount } = await server.query(
          "select from pg_stat_activity where datname = $1 and application_name = 'sabc' and xact_start is not null",
          [name],
        );
        return rowCount! > 0 || running.child.exitCode !== null;
      });
      await pause((150 * kill) / kills);
      running.child.kill("SIGKILL");
      await running.ended;
      const [first, second] = [await migrate(), await migrate()];
      assert.equal(first.code, 0, first.stderr);
      assert.match(second.stderr, /^The schema is up to date; nothing to do\.\n$/);
      assert.deepEqual(await schemaOf(url), await schemaOf(whole), `killed ${kill}`);
    }
  } finally {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  }
}

/** Every column, constraint, index, trigger, view and function, and the steps that were done. */
async function schemaOf(url: string): Promise<unknown[]> {
  const client = await connect({ connectionString: url }, "sabc test");
  try {
    const { rows } = await client.query(`
      select 'column' as kind, format('%s.%s %s %s', table_name, column_name, data_type, is_nullable) as what
        from information_schema.columns where table_schema = 'public'
      union all select 'constraint', conrelid::regclass || ' ' || conname || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select 'index', indexdef from pg_indexes where schemaname = 'public'
      union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select 'function', pg_get_functiondef(oid) from pg_proc
        where pronamespace = 'public'::regnamespace and prokind = 'f'
      union all select 'step', name from migration
      order by 1, 2`);
    return rows;
  } finally {
    await client.end();
  }
}
