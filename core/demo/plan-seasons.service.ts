import { authorize } from "../actor.ts";
import { Event } from "../events/event.entity.ts";
import { addEvents } from "../events/events.service.ts";
import { setRules } from "../results/season-rules.service.ts";
import { addTournaments } from "../tournaments/new-tournaments.service.ts";
import type { Work } from "../work.ts";
import { ownDeed } from "./deeds.service.ts";
import type { DemoFacts, DemoTournament } from "./demo-facts.rules.ts";
import { presetOf } from "./years.rules.ts";

/** Opens the seasons with their rules, and fills the calendar; the ids of the tournaments. */
export async function planSeasons(
  work: Work,
  { facts }: { facts: DemoFacts },
): Promise<ReadonlyMap<DemoTournament, number>> {
  const ids = new Map<DemoTournament, number>();
  for (const { chapter, year, tournaments, events } of facts.seasons) {
    await ownDeed(work, () => setRules(work, { year, rules: presetOf[chapter] }));
    const added = await ownDeed(work, () =>
      addTournaments(work, { year, tournaments: tournaments.map(asPlanned) }),
    );
    tournaments.forEach((tournament, at) => ids.set(tournament, added[at]!.id));
    await ownDeed(work, () => addEvents(work, { events }));
  }
  for (const tournament of ids.keys()) {
    if (tournament.cancelled !== null) await ownDeed(work, () => cancel(work, tournament));
  }
  return ids;
}

const asPlanned = ({
  name,
  firstDay,
  lastDay,
  water,
  firstCast,
  weighIn,
  fishLimit,
  description,
}: DemoTournament) => ({
  name,
  firstDay,
  lastDay,
  firstCast,
  weighIn,
  description,
  ...water,
  ...(fishLimit === null ? {} : { changes: { fishLimit } }),
});

async function cancel(work: Work, { name, firstDay, cancelled }: DemoTournament): Promise<void> {
  authorize(work, "cancelEvent", { roles: ["editor", "weighmaster"], reason: cancelled!.reason });
  const event = await work.em.findOneOrFail(Event, { kind: "tournament", name, firstDay });
  event.cancel({ ...cancelled!, at: work.now.toJSDate() });
}
