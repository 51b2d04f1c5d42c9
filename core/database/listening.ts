import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { type Address, connect } from "./connection.ts";

/**
 * What a listener hears: something was said; the line is lost, so that from now on things may be said unheard; or it is
 * back, and whatever was said meanwhile was missed.
 */
export type Heard = "said" | "lost" | "back";

export interface Hearing {
  channel: string;
  hear: (heard: Heard) => void;
}

/** Milliseconds: between two attempts to come back, doubling; between two questions whether the line still stands. */
const pause = { first: 50, longest: 1_000 };
const beat = { every: 5_000, patience: 3_000 };

/**
 * Listens to what the database says on a channel, on a connection of its own, and comes back whenever it is lost. At
 * first the line is lost. What this returns stops it.
 */
export function listenTo(address: Address, hearing: Hearing): () => Promise<void> {
  const stopping = new AbortController();
  const stopped = stay(address, { ...hearing, signal: stopping.signal });
  return () => {
    stopping.abort();
    return stopped;
  };
}

interface Attention extends Hearing {
  signal: AbortSignal;
}

async function stay(address: Address, attention: Attention): Promise<void> {
  let delay = pause.first;
  while (!attention.signal.aborted) {
    const heard = await attend(address, attention);
    delay = heard ? pause.first : Math.min(delay * 2, pause.longest);
    await sleep(delay, attention.signal);
  }
}

/** Listens until the line is lost; whether there was one. */
async function attend(address: Address, { channel, hear, signal }: Attention): Promise<boolean> {
  const client = await connect({ ...address, query_timeout: beat.patience }, "sabc listen").catch(() => null);
  if (client === null) return false;
  const lost = new AbortController();
  // What is heard after the loss was told would make a lost line seem to stand.
  client.on("notification", () => lost.signal.aborted || hear("said"));
  for (const end of ["error", "end"] as const) client.on(end, () => lost.abort());
  let stood = false;
  const tell = () => stood && hear("lost");
  lost.signal.addEventListener("abort", tell, { once: true });
  try {
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    if (lost.signal.aborted || signal.aborted) return false;
    stood = true;
    hear("back");
    await holdTheLine(client, AbortSignal.any([lost.signal, signal]));
  } catch {
    // Silence is a loss as well: a server that does not answer may say things that are never heard.
  } finally {
    lost.abort();
    await client.end().catch(() => undefined);
  }
  return stood;
}

/** Asks now and then: a network that swallows everything never says that it does. */
async function holdTheLine(client: Client, over: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(beat.every, over);
    if (over.aborted) return;
    await client.query("select 1");
  }
}

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  wait(milliseconds, undefined, { signal }).catch(() => undefined);
