import { busy } from "../errors.ts";
import { type Address, connect } from "./connection.ts";

/** Keeps our advisory locks apart from anybody else's. */
const lockClass = 0x5abc;

interface Job<T> {
  job: string;
  /** Is told when the lock is lost with its connection: from then on another may have it. */
  run: (lost: AbortSignal) => Promise<T>;
}

/**
 * Runs a job while holding its advisory lock, on a connection of its own, so that the lock is free again the moment
 * the process is gone. Busy when another process has it.
 */
export async function withJobLock<T>(address: Address, { job, run }: Job<T>): Promise<T> {
  const client = await connect(address, "sabc lock");
  const lost = new AbortController();
  client.once("end", () => lost.abort());
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "select pg_try_advisory_lock($1, hashtext($2)) as held",
      [lockClass, job],
    );
    if (rows[0]?.held !== true)
      throw busy("job-running", `Another run of ${job} is still at work. Try again later.`);
    return await run(lost.signal);
  } finally {
    await client.end();
  }
}

/** As `withJobLock`, but waits for its turn, a minute at most. */
export async function inTurn<T>(
  address: Address,
  { job, run }: { job: string; run: () => Promise<T> },
): Promise<T> {
  const client = await connect({ ...address, query_timeout: 60_000 }, "sabc lock");
  try {
    await client.query("set statement_timeout = 0; set lock_timeout = '60s'");
    await client.query("select pg_advisory_lock($1, hashtext($2))", [lockClass, job]);
    return await run();
  } finally {
    await client.end();
  }
}
