import type { Work } from "../work.ts";
import { noSuchPoll, resolvePoll } from "./polls.service.ts";
import { meetPress, type PressMet } from "./press.queries.ts";

interface Press {
  /** The poll: its id, or `open` where only one is. */
  reference: string;
  angler: number;
  /** What tells this press from another one; nothing where it cannot come twice. */
  request: string | undefined;
}

/** Takes up what was pressed, or sent, to vote for an angler; not-found without such a poll. */
export async function takePress(work: Work, { reference, angler, request }: Press): Promise<PressMet> {
  const text = reference.trim();
  const poll = /^\d{1,9}$/.test(text) ? Number(text) : (await resolvePoll(work, { reference })).id;
  const met = await meetPress(work, { poll, angler, request: request ?? null });
  if (met === null) throw noSuchPoll(reference);
  return met;
}
