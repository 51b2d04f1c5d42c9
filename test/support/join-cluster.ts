import { connect } from "#core/database/connection.ts";
import { joinCluster } from "#core/database/embedded.ts";

/** A process that needs the database: says so, asks it something, and stays or leaves. */
const [home = "", stay] = process.argv.slice(2);
const cluster = await joinCluster(home);
const client = await connect(cluster.address, "sabc");
// "if not exists" alone is not enough for two at once.
await client.query("select pg_advisory_lock(1)");
await client.query("create table if not exists visit (at timestamptz default now())");
await client.query("insert into visit default values");
const { rows } = await client.query<{ visits: number }>("select count(*)::int as visits from visit");
process.stdout.write(`${rows[0]?.visits}\n`);
await client.end();
if (stay === "stay") setInterval(() => undefined, 1_000);
else await cluster.leave();
