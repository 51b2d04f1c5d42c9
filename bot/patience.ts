import { setTimeout as wait } from "node:timers/promises";

const longest = 300_000;

/** Milliseconds after so many failures in a row: doubling, up to five minutes, and never the same for all. */
export const backOff = (failures: number, first: number): number =>
  Math.min(longest, first * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);

/** Says how long to wait, longer each time. */
export function patiently({ first }: { first: number }): () => number {
  let failures = 0;
  return () => backOff((failures += 1), first);
}

/** Waits so long, or until the signal says that it is enough. */
export const sleep = (milliseconds: number, enough: AbortSignal): Promise<void> =>
  wait(milliseconds, undefined, { signal: enough }).catch(() => undefined);

interface Often {
  name: string;
  every: number;
  run: () => Promise<void>;
}

/** Does something at once and then so long after each end; what fails is told, and tried again sooner. */
export async function soOften(
  { name, every, run }: Often,
  { over, failed }: { over: AbortSignal; failed: (error: unknown, name: string) => void },
): Promise<void> {
  for (let failures = 0; !over.aborted;) {
    try {
      await run();
      failures = 0;
    } catch (error) {
      failures += 1;
      failed(error, name);
    }
    await sleep(failures === 0 ? every : Math.min(every, backOff(failures, 1_000)), over);
  }
}

/** Waits for something, well or not, but no longer than so many milliseconds. */
export async function atMost(milliseconds: number, done: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  await Promise.race([done.catch(() => undefined), sleep(milliseconds, patience.signal)]);
  patience.abort();
}

export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
