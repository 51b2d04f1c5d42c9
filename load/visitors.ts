import autocannon from "autocannon";
import type { Child } from "./child.ts";

export interface Visited {
  /** Microseconds of work of the process for one answer: what a busy machine changes least. */
  cpu: number;
  /** Answered within the time. */
  perSecond: number;
  /** Milliseconds in which 95 of 100 were answered. */
  p95: number;
  /** Neither 200 nor 304, or no answer at all. */
  failed: number;
  answered: number;
}

interface Visit {
  process: Child;
  paths: string[];
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
}

/** Visitors at once, each asking for the next page as soon as one is there. */
export async function visit({ process, paths, connections, seconds, headers }: Visit): Promise<Visited> {
  const times: number[] = [];
  const before = await process.ask<{ cpu: number }>("figures");
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: process.address,
        connections,
        duration: seconds,
        requests: paths.map((path) => ({ path })),
        headers: { host: "localhost", "accept-encoding": "gzip, deflate, br", ...headers },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    running.on("response", (_client, _status, _bytes, time) => times.push(time));
  });
  const after = await process.ask<{ cpu: number }>("figures");
  const { non2xx, errors, timeouts } = result;
  const unchanged = result["3xx"];
  return {
    cpu: (after.cpu - before.cpu) / times.length,
    perSecond: times.length / result.duration,
    p95: percentile(times, 0.95),
    failed: non2xx - unchanged + errors + timeouts,
    answered: times.length,
  };
}

export function percentile(times: number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
