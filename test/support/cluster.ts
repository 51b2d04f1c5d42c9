import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MikroORM } from "@mikro-orm/postgresql";
import { type Address, connect } from "#core/database/connection.ts";
import { joinCluster, throwAway } from "#core/database/embedded.ts";
import { openOrm } from "#core/database/orm.ts";

export const templateName = "sabc_test_template";
/** A demo club that several files look at; whoever needs it first makes it. */
export const demoTemplateName = "sabc_test_demo_template";

/** Starts a throw-away cluster, or takes TEST_DATABASE_URL's server, and migrates the template that each test file clones. */
export async function startTestCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given !== undefined && given !== "") {
    await makeTemplate({ connectionString: given });
    return { url: given, stop: () => Promise.resolve() };
  }
  const home = await mkdtemp(join(tmpdir(), "sabc-"));
  await chmod(home, 0o711);
  // The files of a suite are all opened before the first runs, and several suites run at once.
  const roomy = ["max_wal_size = 192MB", "max_connections = 500"];
  const cluster = await joinCluster(home, [...throwAway, ...roomy]);
  const url = urlOf(cluster.address);
  await makeTemplate({ connectionString: url });
  return {
    url,
    stop: async () => {
      await cluster.leave();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

export const freshName = (): string => `sabc_test_${randomBytes(6).toString("hex")}`;

async function makeTemplate(server: Address): Promise<void> {
  const client = await connect(server, "sabc test");
  try {
    await client.query(`drop database if exists ${demoTemplateName} with (force)`);
    await client.query(`drop database if exists ${templateName} with (force)`);
    await client.query(`create database ${templateName}`);
  } finally {
    await client.end();
  }
  const orm: MikroORM = await openOrm({
    connectionString: withDatabase(server.connectionString ?? "", templateName),
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}

const urlOf = ({ host, user, database }: Address): string =>
  `postgresql://${user}@${encodeURIComponent(host ?? "")}/${database}`;
