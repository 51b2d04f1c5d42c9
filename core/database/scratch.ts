import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { conflict, notFound, unavailable } from "../errors.ts";
import { type Address, connect } from "./connection.ts";
import { withJobLock } from "./locks.ts";

/** The club's server as seen from beside the club's database: where databases are made, renamed and dropped. */
export interface Beside {
  client: Client;
  /** The name of the club's database. */
  live: string;
  /** The same server, another database. */
  addressOf: (database: string) => Address;
}

/**
 * Works beside the club's database: one process at a time, after what a killed one left there was taken away. Refused
 * where the user may not make databases.
 */
export async function besideLive<T>(address: Address, run: (beside: Beside) => Promise<T>): Promise<T> {
  const live = await nameOf(address);
  const addressOf = (database: string): Address => elsewhere(address, database);
  const neutral = await findNeutral(addressOf);
  return withJobLock(neutral, {
    job: `restoring or verifying a backup beside ${live}`,
    run: async () => {
      const client = await connect({ ...neutral, query_timeout: 0 }, "sabc copy");
      try {
        await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = '1min'");
        await mayMakeDatabases(client);
        for (const name of await listLike(client, `^${escaped(live)}_scratch_[0-9a-f]{12}$`))
          await drop(client, name);
        return await run({ client, live, addressOf });
      } finally {
        await client.end();
      }
    },
  });
}

/** Lends an empty database that sorts and spells as the club's does; it is gone afterwards, unless it was renamed. */
export async function withScratch<T>(
  { client, live, addressOf }: Beside,
  run: (scratch: { name: string; address: Address }) => Promise<T>,
): Promise<T> {
  const name = `${shortened(live, 21)}_scratch_${randomBytes(6).toString("hex")}`;
  const { rows } = await client.query<{ likeness: string }>(likenessOf, [live]);
  await client.query(
    `create database ${client.escapeIdentifier(name)} template template0 ${rows[0]!.likeness}`,
  );
  try {
    return await run({ name, address: addressOf(name) });
  } finally {
    // After a lost connection the next run takes it away.
    await drop(client, name).catch(() => undefined);
  }
}

/**
 * Puts a database in the place of the club's in one transaction, so that at every moment there is one of that name,
 * and gives the name under which the old one is kept. Whoever is connected to it is cut off only then; who comes
 * meanwhile waits and finds the new one.
 */
export async function takePlace(
  { client, live, addressOf }: Beside,
  { scratch, time }: { scratch: string; time: string },
): Promise<string> {
  const kept = `${shortened(live, 23)}_before_${time}`;
  const quoted = (name: string): string => client.escapeIdentifier(name);
  const usher = await connect(addressOf(await currentDatabase(client)), "sabc copy");
  try {
    await client.query("begin");
    // It takes the name first and then waits, five seconds at most, for the others to be gone.
    for (const [from, to] of [
      [live, kept],
      [scratch, live],
    ] as const) {
      const renaming = client.query(`alter database ${quoted(from)} rename to ${quoted(to)}`);
      await cutOff(usher, { database: from, until: renaming });
    }
    await client.query("commit");
    return kept;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw inUse(error);
  } finally {
    await usher.end();
  }
}

/** The databases that restores have kept, the newest first. */
export const listKept = async ({ client, live }: Beside): Promise<string[]> =>
  (await listLike(client, `^${escaped(shortened(live, 23))}_before_[0-9]{14}$`)).toReversed();

/** Drops a database that a restore has kept, and no other. */
export async function dropKept(beside: Beside, name: string): Promise<void> {
  const kept = await listKept(beside);
  if (!kept.includes(name)) {
    throw notFound("kept-database-not-found", `No restore has kept a database ${name}.`, {
      candidates: kept,
    });
  }
  await drop(beside.client, name);
}

async function cutOff(
  usher: Client,
  { database, until }: { database: string; until: Promise<unknown> },
): Promise<void> {
  const done = until.then(
    () => true,
    () => true,
  );
  do {
    // Who may not be cut off by this user keeps the name, and the renaming says so.
    await usher
      .query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and backend_type = 'client backend'`,
        [database],
      )
      .catch(() => undefined);
  } while ((await Promise.race([done, pause(50)])) !== true);
  await until;
}

const drop = (client: Client, name: string): Promise<unknown> =>
  client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);

async function listLike(client: Client, pattern: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select datname::text as name from pg_database where datname ~ $1 order by datname collate "C"`,
    [pattern],
  );
  return rows.map(({ name }) => name);
}

async function mayMakeDatabases(client: Client): Promise<void> {
  const { rows } = await client.query<{ who: string; may: boolean }>(
    "select rolname as who, rolcreatedb or rolsuper as may from pg_roles where rolname = current_user",
  );
  if (rows[0]?.may === true) return;
  throw unavailable(
    "database-making-not-allowed",
    `A backup is restored and verified in a database of its own, and the user ${rows[0]?.who} in DATABASE_URL may not make one. Let it: alter role "${rows[0]?.who}" createdb.`,
  );
}

/** A database of the server that is not the club's: a database cannot be renamed from within. */
async function findNeutral(addressOf: (database: string) => Address): Promise<Address> {
  for (const database of ["postgres", "template1"]) {
    const client = await connect(addressOf(database), "sabc copy").catch(() => null);
    if (client === null) continue;
    await client.end();
    return addressOf(database);
  }
  throw unavailable(
    "database-neutral-missing",
    "The user in DATABASE_URL can connect neither to the database postgres nor to template1 of that server, and a restore needs one of them. Let it connect.",
  );
}

async function nameOf(address: Address): Promise<string> {
  const client = await connect(address, "sabc copy");
  try {
    return await currentDatabase(client);
  } finally {
    await client.end();
  }
}

async function currentDatabase(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select current_database()::text as name");
  return rows[0]!.name;
}

function elsewhere({ connectionString, ...rest }: Address, database: string): Address {
  if (connectionString === undefined) return { ...rest, database };
  const url = new URL(connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { ...rest, connectionString: url.href };
}

/** Names have 63 bytes; what is added to one must fit. */
function shortened(name: string, added: number): string {
  let short = name;
  while (Buffer.byteLength(short) > 63 - added) short = short.slice(0, -1);
  return short;
}

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function inUse(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "55006") return error;
  return conflict(
    "database-in-use",
    "Programs that this user may not cut off hold the club's database. Stop them and restore again; nothing was changed.",
  );
}

const likenessOf = `
  select format('encoding %L lc_collate %L lc_ctype %L locale_provider %s', pg_encoding_to_char(encoding), datcollate,
      datctype, case datlocprovider when 'b' then 'builtin' when 'i' then 'icu' else 'libc' end)
    || case datlocprovider when 'b' then format(' builtin_locale %L', datlocale)
         when 'i' then format(' icu_locale %L', datlocale) else '' end
    || case when daticurules is null then '' else format(' icu_rules %L', daticurules) end as likeness
  from pg_database where datname = $1`;
