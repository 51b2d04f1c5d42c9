import { isoInZone } from "../time.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { pollStateAt, type PollState } from "./poll-state.rules.ts";
import { findSurroundings, type VoteRow } from "./tournament-vote.queries.ts";

/** The vote on where a tournament is fished, as everyone may know of it: never who voted, or for what. */
export interface TournamentVote {
  title: string;
  state: PollState;
  /** ISO on the club's clock. */
  opensAt: string;
  closesAt: string;
}

/** What stands around a tournament on its page. */
export interface TournamentSurroundings {
  /** Just before and just after it on the calendar. */
  previous: TournamentSummary | null;
  next: TournamentSummary | null;
  /** The last one that was not cancelled. */
  vote: TournamentVote | null;
}

/** The tournaments before and after one, and how far the vote on it is. One query. */
export async function getTournamentSurroundings(
  work: Work,
  { id }: { id: number },
): Promise<TournamentSurroundings> {
  const { vote, ...neighbours } = await findSurroundings(work, id);
  return { ...neighbours, vote: vote && showVote(work, vote) };
}

function showVote({ now }: Work, { title, opensAt, closesAt, tallied, decided }: VoteRow): TournamentVote {
  const clock = { opensAt: Date.parse(opensAt), closesAt: Date.parse(closesAt), tallied, decided };
  return {
    title,
    state: pollStateAt({ ...clock, cancelled: false, eventCancelled: false }, now.toMillis()),
    opensAt: isoInZone(opensAt, now.zoneName),
    closesAt: isoInZone(closesAt, now.zoneName),
  };
}
