import { isCurrent } from "../membership/dues.rules.ts";
import { isoInZone } from "../time.ts";
import type { Work } from "../work.ts";
import { findOpenPolls, type OpenPolls } from "./open-polls.queries.ts";

/** A poll to take part in: who passes by sees when it closes and how many have voted, never for what. */
export interface OpenPollNotice {
  id: number;
  title: string;
  /** ISO on the club's clock. */
  closesAt: string;
  /** Who voted of who may now. */
  turnout: { voted: number; members: number };
}

/** The polls that are open now, the next to close first. One query. */
export async function listOpenPolls(work: Work, _: object = {}): Promise<OpenPollNotice[]> {
  const { polls, ...people } = await findOpenPolls(work);
  if (polls.length === 0) return [];
  const members = countCurrent(people, work.today);
  const zone = work.now.zoneName;
  return polls.map(({ voted, closesAt, ...poll }) => ({
    ...poll,
    closesAt: isoInZone(closesAt, zone),
    turnout: { voted, members },
  }));
}

function countCurrent({ statuses, payments }: Omit<OpenPolls, "polls">, today: string): number {
  const paid = Map.groupBy(payments, ({ anglerId }) => anglerId);
  const histories = Map.groupBy(statuses, ({ anglerId }) => anglerId);
  return [...histories].filter(([id, history]) =>
    isCurrent({
      statuses: history,
      payments: (paid.get(id) ?? []).map(covering),
      today,
    }),
  ).length;
}

const covering = ({ coversFrom, coversTo }: OpenPolls["payments"][number]) => ({
  covers: (day: string): boolean => coversFrom <= day && day <= coversTo,
});
