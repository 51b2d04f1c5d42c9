import { conflict, type DomainError } from "../errors.ts";
import { isoInZone } from "../time.ts";
import type { Work } from "../work.ts";
import type { PollPaper } from "./poll-row.queries.ts";
import { stateOf } from "./polls.service.ts";
import { findBallot, isOnRoll } from "./vote.queries.ts";

/** Why a vote was not taken, once the statement that decides it wrote nothing: the poll on the club's clock. */
export async function refuseVote(
  work: Work,
  { row, angler }: { row: PollPaper; angler: number },
): Promise<DomainError> {
  const state = stateOf(work, row);
  if (state === "scheduled") {
    const opensAt = isoInZone(row.opensAt, work.now.zoneName);
    return conflict("poll-not-open-yet", `The poll is not open yet. It opens ${opensAt}.`, { opensAt });
  }
  if (state === "cancelled")
    return conflict("poll-cancelled", "The poll was cancelled. Nothing is voted on.");
  const voted = await hasVoted(work, { row, angler });
  const sentence = voted ? "The poll is closed. Your vote stands." : "The poll is closed. You had not voted.";
  return conflict("poll-closed", sentence, { voted });
}

async function hasVoted(work: Work, { row, angler }: { row: PollPaper; angler: number }): Promise<boolean> {
  if (row.secret) return isOnRoll(work, { poll: row.id, angler });
  const ballot = await findBallot(work, { poll: row.id, angler });
  return ballot !== null && !ballot.withdrawn;
}
