import { isoInZone } from "../time.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { findOpenPolls } from "./open-polls.queries.ts";

/** A poll to take part in. How many have voted is told to members: whoever passes by sees what holds until it closes. */
export interface OpenPollNotice {
  id: number;
  title: string;
  /** ISO on the club's clock. */
  closesAt: string;
  /** Where its place is voted on. */
  tournament: Pick<TournamentSummary, "season" | "number" | "lake"> | null;
}

/** The polls that are open now, the next to close first. One query. */
export async function listOpenPolls(work: Work, _: object = {}): Promise<OpenPollNotice[]> {
  const polls = await findOpenPolls(work);
  return polls.map((poll) => ({ ...poll, closesAt: isoInZone(poll.closesAt, work.now.zoneName) }));
}
