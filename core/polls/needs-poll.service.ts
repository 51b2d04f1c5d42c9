import { conflict } from "../errors.ts";
import type { TournamentShown } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { Poll } from "./poll.entity.ts";

/** Refuses a location poll of a tournament that has begun or is over, or that has a poll which was not called off. */
export async function mustNeedAPoll(work: Work, { id, state, name }: TournamentShown): Promise<void> {
  if (state !== "scheduled")
    throw conflict(
      "tournament-not-ahead",
      `${name} is ${state}. A location poll is for a tournament that lies ahead.`,
    );
  const standing = await work.em.findOne(Poll, { tournament: id, cancelledAt: null });
  if (standing !== null)
    throw conflict(
      "one-location-poll-per-tournament",
      `${name} has its poll already: ${standing.title} (${standing.id}). Edit that one, or cancel it first.`,
    );
}
