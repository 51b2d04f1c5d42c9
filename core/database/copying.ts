import { createHash } from "node:crypto";
import type { Client } from "pg";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { unavailable } from "../errors.ts";
import type { CopiedTable } from "./catalog.ts";
import { type Address, connect } from "./connection.ts";

/** What a table's text came to. */
export interface Measured {
  rows: number;
  bytes: number;
  sha256: string;
}

type Chunks = AsyncIterable<Uint8Array>;

/** A connection on which the same values are the same text on every server; no single step of it is hurried. */
export async function connectToCopy(address: Address): Promise<Client> {
  const client = await connect({ ...address, query_timeout: 0 }, "sabc copy");
  await client.query(`
    set statement_timeout = 0; set lock_timeout = '30s'; set idle_in_transaction_session_timeout = '10min';
    set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
    set extra_float_digits = 1; set bytea_output = 'hex'`);
  return client;
}

/** A table's rows as COPY's own text, in the order of its key, so that equal tables are equal bytes. */
export async function* copyOut(
  client: Client,
  table: CopiedTable,
  measured?: (is: Measured) => void,
): Chunks {
  const stream = client.query(copyTo(`copy (${rowsOf(client, table)}) to stdout`));
  const meter = openMeter();
  yield* meter.through(unlessStalled(stream));
  measured?.(meter.sum());
}

/** Measures a table without keeping anything. */
export async function measureTable(
  client: Client,
  { table, seen }: { table: CopiedTable; seen: (bytes: number) => void },
): Promise<Measured> {
  let sum: Measured | undefined;
  for await (const chunk of copyOut(client, table, (measured) => (sum = measured))) seen(chunk.byteLength);
  return sum!;
}

/** Fills a table from such text; how many rows that were. */
export async function copyIn(
  client: Client,
  { table, chunks }: { table: Pick<CopiedTable, "name" | "columns">; chunks: Chunks },
): Promise<number> {
  const quoted = (name: string): string => client.escapeIdentifier(name);
  const into = `${quoted(table.name)} (${table.columns.map(quoted).join(", ")})`;
  const stream = client.query(copyFrom(`copy ${into} from stdin`));
  await pipeline(chunks, stream);
  return stream.rowCount;
}

function rowsOf(client: Client, { name, columns, key }: CopiedTable): string {
  const quoted = (column: string): string => client.escapeIdentifier(column);
  const order = key.length > 0 ? key : columns;
  return `select ${columns.map(quoted).join(", ")} from ${quoted(name)} order by ${order.map(quoted).join(", ")}`;
}

/**
 * Counts rows by their ends: the text has a line feed nowhere else. What the server says of their number may come
 * after the last of them, when the stream has ended already.
 */
function openMeter() {
  const hash = createHash("sha256");
  let bytes = 0;
  let rows = 0;
  return {
    async *through(chunks: Chunks): Chunks {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) rows += 1;
        yield chunk;
      }
    },
    sum: (): Measured => ({ rows, bytes, sha256: hash.digest("hex") }),
  };
}

const lineFeed = 0x0a;

const patience = 120_000;

/** A copy has no time limit as a whole, but a server that says nothing for two minutes is away. */
async function* unlessStalled(stream: NodeJS.ReadableStream & { destroy(error: Error): unknown }): Chunks {
  const stop = (): void =>
    void stream.destroy(
      unavailable("database-away", "The club's database does not answer. Nothing was changed; try again."),
    );
  let timer = setTimeout(stop, patience);
  try {
    for await (const chunk of stream) {
      clearTimeout(timer);
      yield chunk as Uint8Array;
      timer = setTimeout(stop, patience);
    }
  } finally {
    clearTimeout(timer);
  }
}
