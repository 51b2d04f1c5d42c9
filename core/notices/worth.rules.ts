import type { ClubDate } from "../time.ts";
import type { AnnouncementFacts, AnnouncementPurpose } from "./announcements.schemas.ts";
import type { FactsOf, Purpose } from "./notices.schemas.ts";

/** Until when something is worth telling: through a day, before an instant, so many days after it was made; or always. */
type Worth = { through: ClubDate } | { before: string } | { days: number } | "always";

type Facts<P> =
  | (P extends Purpose ? FactsOf<P> : never)
  | (P extends AnnouncementPurpose ? AnnouncementFacts<P> : never);

/** Old news: of what stays true, but nobody needs to be told weeks later. */
const fortnight = () => ({ days: 14 });
/** What concerns a person's own record or vote, however late. */
const always = () => "always" as const;
const closing = ({ closesAt }: { closesAt: string }) => ({ before: closesAt });

/** What it is about decides until when it is worth telling. */
const worthOf: { [P in Purpose | AnnouncementPurpose]: (facts: Facts<P>) => Worth } = {
  "dues-receipt": always,
  "dues-reminder": ({ year }) => ({ through: `${year}-12-31` }),
  "event-cancelled": ({ lastDay }) => ({ through: lastDay }),
  "event-restored": ({ lastDay }) => ({ through: lastDay }),
  // Whoever was not told may still come on the old day.
  "event-moved": ({ from, to }) => ({ through: [from.lastDay, to.lastDay].toSorted()[1]! }),
  "tournament-changed": ({ lastDay }) => ({ through: lastDay }),
  "results-official": fortnight,
  "member-approved": always,
  "poll-opened": closing,
  "poll-closing-soon": closing,
  "poll-closed": fortnight,
  "proxy-ballot": always,
  "discord-code": ({ validUntil }) => ({ before: validUntil }),
  "not-announced": fortnight,
  news: fortnight,
};

export type Told = { [P in Purpose | AnnouncementPurpose]: { purpose: P; facts: Facts<P> } }[
  | Purpose
  | AnnouncementPurpose];

interface Moment {
  now: { toMillis: () => number };
  today: ClubDate;
}

/** Whether what this says is over by now, or was made too long ago, so that nobody is told any more. */
export function isTooLate(
  { purpose, facts, madeAt }: Told & { madeAt: Date },
  { now, today }: Moment,
): boolean {
  const worth = (worthOf[purpose] as (said: unknown) => Worth)(facts);
  if (worth === "always") return false;
  if ("through" in worth) return today > worth.through;
  if ("before" in worth) return now.toMillis() >= Date.parse(worth.before);
  return now.toMillis() - madeAt.getTime() > worth.days * 86_400_000;
}
