import { after } from "node:test";
import { type App, openApp } from "#core/app.ts";
import { type Config, loadConfig } from "#core/config.ts";
import { connect } from "#core/database/connection.ts";
import { freshName, templateName, withDatabase } from "./cluster.ts";

/** A database of this test file's own, cloned from the migrated template; dropped when the file is done. */
export async function cloneDatabase(template = templateName): Promise<string> {
  const server = testServer();
  const name = freshName();
  // Copied as files: written through the log, as is usual, each would take several times as long.
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  after(() => onServer(server, `drop database if exists ${name} with (force)`));
  return withDatabase(server, name);
}

/** The club's door on a fresh database. */
export async function openTestApp(template = templateName): Promise<App> {
  const app = await openApp(testConfig(await cloneDatabase(template)));
  after(() => app.close());
  return app;
}

/** Makes a template that more than one file clones, once for all who want it at the same time. */
export async function makeTemplate(name: string, fill: (app: App) => Promise<void>): Promise<void> {
  const server = testServer();
  // Whoever is second waits as long as making it takes.
  const client = await connect({ connectionString: server, query_timeout: 0 }, "sabc test");
  try {
    await client.query("set lock_timeout = 0; set statement_timeout = 0");
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount !== 0) return;
    const making = freshName();
    await client.query(`create database ${making} template ${templateName} strategy file_copy`);
    const app = await openApp(testConfig(withDatabase(server, making)));
    await fill(app);
    await app.close();
    await client.query(`alter database ${making} rename to ${name}`);
  } finally {
    await client.end();
  }
}

export const testConfig = (databaseUrl: string): Config =>
  loadConfig({
    env: { DATABASE_URL: databaseUrl, SABC_HOME: "/nonexistent", LOG_LEVEL: "silent", PORT: "0" },
  });

/** The server that the whole run shares, started by global-setup.ts. */
function testServer(): string {
  const server = process.env["TEST_CLUSTER_URL"];
  if (server === undefined)
    throw new Error("Run database tests with: npm run test:file -- test/path.test.ts");
  return server;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = await connect({ connectionString: server }, "sabc test");
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
