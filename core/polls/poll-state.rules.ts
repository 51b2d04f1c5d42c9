/** Scheduled → open → closed (not counted yet) → decided, or tied until a ruling; cancelled with its event or by an officer. */
export type PollState = "scheduled" | "open" | "closed" | "tied" | "decided" | "cancelled";

/** What the state of a poll follows from; instants as milliseconds. */
export interface PollClock {
  opensAt: number;
  closesAt: number;
  tallied: boolean;
  decided: boolean;
  cancelled: boolean;
  /** The tournament it is about was cancelled. */
  eventCancelled: boolean;
}

/** Votes that were clicked in time may still arrive; the count is taken this much after the close. */
export const tallyDelay = 5_000;

/** The state of a poll at a moment; nobody has to switch it (domain 5). */
export function pollStateAt(poll: PollClock, now: number): PollState {
  if (poll.cancelled) return "cancelled";
  if (poll.tallied) return poll.decided ? "decided" : "tied";
  if (poll.eventCancelled) return "cancelled";
  if (now < poll.opensAt) return "scheduled";
  return now < poll.closesAt ? "open" : "closed";
}

/** Whether a closed poll may be counted now. */
export const isDueForTally = (poll: PollClock, now: number): boolean =>
  pollStateAt(poll, now) === "closed" && now >= poll.closesAt + tallyDelay;
