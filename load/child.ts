import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";

/** A process of its own to measure; it first says where it listens. */
export interface Child {
  address: string;
  /** Tells it something and gives what it answers. */
  ask<T>(message: object | string): Promise<T>;
  end(): Promise<void>;
}

export async function startChild(
  file: string,
  { words, log }: { words: string[]; log: string },
): Promise<Child> {
  const out = openSync(join(log), "a");
  const child: ChildProcess = fork(join(import.meta.dirname, file), words, {
    stdio: ["ignore", out, out, "ipc"],
    env: { ...process.env, LOG_LEVEL: "info" },
  });
  const gone = once(child, "exit");
  const early = gone.then(() => Promise.reject(new Error(`${file} ended; see ${log}.`)));
  early.catch(() => undefined);
  const hear = async <T>(): Promise<T> => {
    const [message] = (await Promise.race([once(child, "message"), early])) as [T];
    return message;
  };
  const address = await hear<string>();
  return {
    address,
    ask: (message) => {
      const answer = hear();
      child.send(message);
      return answer as Promise<never>;
    },
    end: async () => {
      child.disconnect();
      await gone;
    },
  };
}
