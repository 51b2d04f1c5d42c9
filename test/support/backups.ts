import { readFileSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { extract, type Header, pack } from "tar-stream";
import type { App } from "#core/app.ts";
import { connect } from "#core/database/connection.ts";
import { withDatabase } from "./cluster.ts";

/** One file of an archive, with its bytes. */
export interface Packed {
  name: string;
  type?: Header["type"];
  linkname?: string;
  body: Buffer;
}

/** All files of an archive. */
export async function unpack(file: string): Promise<Packed[]> {
  const entries: Packed[] = [];
  const tar = extract();
  tar.end(gunzipSync(readFileSync(file)));
  for await (const entry of tar) {
    entries.push({ name: entry.header.name, body: await buffer(Readable.from(entry)) });
  }
  return entries;
}

/** The same archive with something else in it. */
export async function repack(
  from: string,
  { to, change }: { to: string; change: (entries: Packed[]) => Packed[] },
): Promise<void> {
  const packed = pack();
  for (const { name, type = "file", linkname, body } of change(await unpack(from))) {
    const said = { name, type, ...(linkname === undefined ? {} : { linkname }) };
    packed.entry(type === "file" ? { ...said, size: body.byteLength } : said, body);
  }
  packed.finalize();
  writeFileSync(to, gzipSync(await buffer(Readable.from(packed))));
}

/** The entries with this one changed. */
export const changed =
  (name: string, change: (text: string) => string) =>
  (entries: Packed[]): Packed[] =>
    entries.map((entry) =>
      entry.name === name ? { name, body: Buffer.from(change(entry.body.toString())) } : entry,
    );

export const urlOf = (app: App): string => app.config.databaseUrl!.reveal();

/** Everything in a database that a club could miss: rows, sequences, guards, and whether they watch. */
export async function contentsOf(url: string): Promise<Record<string, string[]>> {
  const client = await connect({ connectionString: url }, "sabc test");
  try {
    const lines = async (query: string): Promise<string[]> =>
      (await client.query<{ line: string }>(query)).rows.map(({ line }) => line);
    const tables = await lines(
      "select relname as line from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    );
    const contents: Record<string, string[]> = {};
    for (const table of tables) {
      // When a step was done is no fact of the club.
      const what = table === "migration" ? "name" : "t";
      contents[table] = await lines(`select ${what}::text as line from "${table}" t order by 1`);
    }
    return {
      ...contents,
      sequences: await lines(
        `select concat_ws(' ', sequencename, last_value) as line from pg_sequences
         where schemaname = 'public' and sequencename not like 'migration%' order by 1`,
      ),
      guards: await lines(
        `select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) as line
         from pg_constraint where connamespace = 'public'::regnamespace
         union all select concat_ws(' ', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
         union all select indexdef from pg_indexes where schemaname = 'public' order by 1`,
      ),
    };
  } finally {
    await client.end();
  }
}

/** Asks the server of a database something from beside it. */
export async function onServerOf<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = await connect({ connectionString: withDatabase(url, "postgres") }, "sabc test");
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Databases of this club beside its own. */
export async function databasesBeside(url: string): Promise<string[]> {
  const name = new URL(url).pathname.slice(1);
  const rows = await onServerOf<{ name: string }>(
    url,
    `select datname as name from pg_database where datname like '${name}\\_%' order by 1`,
  );
  return rows.map((row) => row.name);
}

/** What makes careless copies stumble, in every kind of column. */
export async function putOddRows(url: string): Promise<void> {
  const client = await connect({ connectionString: url }, "sabc test");
  try {
    await client.query(
      `
      insert into angler (name, public_name, email, phone, joined_on) values
        ($1, $2, null, null, null), ($3, '\\N', 'n.o@club.example', '+15125550100', '0001-01-01'),
        ('\\.', '"', null, null, '9999-12-31')`,
      odd,
    );
    await client.query(
      "insert into angler_alias (angler_id, name) select id, E'\\\\t is no tab,\\t this is' from angler limit 1",
    );
    await client.query(
      `insert into lake (key, name, latitude, longitude) values
         ('odd', 'Läke ''O'' "Q"', 30.2672, -97.743100), ('none', 'Nowhere', null, null)`,
    );
    await client.query(
      `insert into notice (purpose, recipient_id, occasion, facts, made_at, due_at, token)
       select 'news', id, 'odd ' || id, $1, '2026-11-01 01:30:00.123456-05', '2026-11-01 01:30:00-06', 'token ' || id
       from angler`,
      [
        JSON.stringify({
          quotes: "\"'`",
          slashes: "\\\\ \\n",
          deep: [1, -0.1, 1e21, null, { ü: "\u{1f41f}" }],
        }),
      ],
    );
    await client.query("select setval(pg_get_serial_sequence('ramp', 'id'), 4711)");
    await client.query("select nextval(pg_get_serial_sequence('season', 'id'))");
  } finally {
    await client.end();
  }
}

const odd = [
  'O\'Brien \\ "Slash"\tTab\nLine\r\nReturn',
  "\u{1f41f} Ñandú \u202e עברית \u0301\u00a0",
  "  \\n \\\\ , ; ",
];
