import { forbidden } from "../errors.ts";
import type { Work } from "../work.ts";
import type { Choice } from "./ballot.rules.ts";
import { resolvePoll } from "./polls.service.ts";
import { findBallot, findChoices, isOnRoll } from "./vote.queries.ts";

export interface MyVote {
  poll: number;
  voted: boolean;
  secret: boolean;
  /** An officer entered it. */
  proxy: boolean;
  /** Empty where there is none, and of a secret poll. */
  choices: Choice[];
}

/** What the acting member's own ballot says; of a secret poll only that they voted. */
export async function getMyVote(work: Work, { poll }: { poll: string | number }): Promise<MyVote> {
  const angler = work.actor.anglerId;
  if (angler === null) throw forbidden("not-linked", "Only members vote. Sign in as a member.");
  const row = await resolvePoll(work, { reference: poll });
  const base = { poll: row.id, secret: row.secret, proxy: false, choices: [] };
  if (row.secret) return { ...base, voted: await isOnRoll(work, { poll: row.id, angler }) };
  const ballot = await findBallot(work, { poll: row.id, angler });
  if (ballot === null || ballot.withdrawn) return { ...base, voted: false };
  return {
    ...base,
    voted: true,
    proxy: ballot.proxy,
    choices: await findChoices(work, { ballot: ballot.id }),
  };
}
