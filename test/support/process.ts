import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

/** How a process came to its end; what was told by a signal has no code. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<End>;
  said: () => string;
}

interface Circumstances {
  home: string;
  env?: Record<string, string | undefined>;
  /** What is piped in; left open with nothing said when left out, and not there at all when null. */
  typed?: string | null;
}

const sabc = join(import.meta.dirname, "../../cli/sabc.ts");

/** The real `sabc WORDS`, as cron starts it; ended with the test file whatever happens. */
export function startSabc(words: string[], { home, env, typed }: Circumstances): Running {
  const child = spawn(process.execPath, [sabc, ...words, "--home", home], {
    env: { ...process.env, ...env },
    stdio: [typed === null ? "ignore" : "pipe", "pipe", "pipe"],
  });
  const heard = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk: Buffer) => (heard.stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (heard.stderr += chunk.toString()));
  child.stdin?.on("error", () => undefined);
  if (typeof typed === "string") child.stdin?.end(typed);
  const ended = new Promise<End>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, ...heard }));
  });
  after(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, ended, said: () => heard.stderr };
}

/** A directory for a club that the database's own user may pass; gone with the test file. */
export function freshHome(name = "sabc-journey-"): string {
  const home = mkdtempSync(join(tmpdir(), name));
  chmodSync(home, 0o711);
  after(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** Waits until it is so; how many milliseconds that took. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  { within = 60_000, what = "it" }: { within?: number; what?: string } = {},
): Promise<number> {
  const start = performance.now();
  while (!(await condition())) {
    if (performance.now() - start > within) throw new Error(`waited ${within} ms in vain until ${what}`);
    await pause(10);
  }
  return performance.now() - start;
}

/** The address that `sabc serve` said it listens on. */
export async function addressOf({ said, ended }: Running): Promise<string> {
  const gone = ended.then(({ stderr }) => Promise.reject(new Error(stderr)));
  const listening = (): string | undefined => /listening on (http:\S+)\)/.exec(said())?.[1];
  await Promise.race([until(() => listening() !== undefined, { what: "the site listens" }), gone]);
  gone.catch(() => undefined);
  return listening()!;
}

export interface Asked {
  status: number;
  milliseconds: number;
  text: string;
}

/** A page, and how long it took. */
export async function ask(address: string): Promise<Asked> {
  const start = performance.now();
  const answer = await fetch(address, { signal: AbortSignal.timeout(8_000) });
  const text = await answer.text();
  return { status: answer.status, milliseconds: performance.now() - start, text };
}

const pidFile = (home: string): string => join(home, "cluster", "data", "postmaster.pid");

/** The process of the home's own PostgreSQL; null when it is stopped. */
export function serverOf(home: string): number | null {
  if (!existsSync(pidFile(home))) return null;
  return Number.parseInt(readFileSync(pidFile(home), "utf8"), 10);
}
