import { Client, type ClientConfig } from "pg";

/**
 * Time limits on every connection: a lost server, a black hole in the network or a runaway query ends in an error,
 * never in a wait without end.
 */
const limits = {
  connectionTimeoutMillis: 3_000,
  query_timeout: 10_000,
  statement_timeout: 8_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
} satisfies ClientConfig;

/** Whatever leads to the club's database: a socket directory, or a URL. */
export type Address = Pick<ClientConfig, "host" | "user" | "database" | "connectionString" | "query_timeout">;

export const clientConfig = (address: Address, name: string): ClientConfig => ({
  ...limits,
  ...address,
  application_name: name,
});

/** A connection of its own, outside the pool. Its errors surface on the next query, never as an uncaught event. */
export async function connect(address: Address, name: string): Promise<Client> {
  const client = new Client(clientConfig(address, name));
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
