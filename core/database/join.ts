import type { Config } from "../config.ts";
import { type Address, connect } from "./connection.ts";
import { joinCluster } from "./embedded.ts";

export interface Database {
  address: Address;
  /** Where the embedded cluster lives; null when the club brings its own PostgreSQL. */
  place: string | null;
  leave: () => Promise<void>;
}

/** The database the configuration names: the club's own server, or the embedded one of its home. */
export async function joinDatabase({
  home,
  databaseUrl,
}: Pick<Config, "home" | "databaseUrl">): Promise<Database> {
  if (databaseUrl !== null) {
    return {
      address: { connectionString: databaseUrl.reveal() },
      place: null,
      leave: () => Promise.resolve(),
    };
  }
  return joinCluster(home);
}

/** How long the database takes to answer, in milliseconds, on a connection of its own. */
export async function ping(address: Address): Promise<number> {
  const start = performance.now();
  const client = await connect(address, "sabc health");
  try {
    await client.query("select 1");
    return Math.round(performance.now() - start);
  } finally {
    await client.end();
  }
}
