import { authorize } from "../actor.ts";
import { recordAward } from "../results/award-rulings.service.ts";
import { correctResult } from "../results/correct.service.ts";
import { makeAllOfficial, makeProvisional } from "../results/official.service.ts";
import { recomputeResults } from "../results/recompute.service.ts";
import { writeBoats } from "../results/write-boats.service.ts";
import { endSeason } from "../standings/close-season.service.ts";
import { keepFigures } from "../standings/keep-figures.service.ts";
import { clubInstant } from "../time.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";
import { boatStates } from "./boat-states.rules.ts";
import { officersAwards } from "./calendar.rules.ts";
import { ownDeed } from "./deeds.service.ts";
import { type DemoFacts, type DemoTournament, protestsUntil } from "./demo-facts.rules.ts";
import { ruleTournaments } from "./rule-tournaments.service.ts";

interface Ready {
  facts: DemoFacts;
  ids: ReadonlyMap<string, number>;
  tournamentIds: ReadonlyMap<DemoTournament, number>;
}

/** Weighs what the boats brought, rules, makes official, puts right, and closes the years that are over. */
export async function holdTournaments(work: Work, { facts, ids, tournamentIds }: Ready): Promise<void> {
  const held = [...tournamentIds]
    .filter(([tournament]) => tournament.held)
    .map(([tournament, id]) => ({ tournament, id }));
  await ownDeed(work, () => weighIn(work, { held, facts, ids }));
  await ruleTournaments(work, { held, facts });
  const official = held.filter(({ tournament }) => tournament.official).map(({ id }) => id);
  await ownDeed(work, () => makeAllOfficial(work, { tournamentIds: official }));
  for (const { tournament, id } of held) {
    if (!tournament.official) await ownDeed(work, () => waitForProtests(work, { tournament, id }));
    if (tournament.correction !== null) {
      const { correction } = tournament;
      await ownDeed(work, () => correctResult(work, { tournament: id, ...correction }));
    }
  }
  for (const { year, chapter, officers } of facts.seasons) {
    const award = officersAwards[chapter];
    if (award === undefined) continue;
    const decidedBy = officers["president"]!;
    await ownDeed(work, () => recordAward(work, { season: year, decidedBy, ...award }));
    await ownDeed(work, () => endSeason(work, { year }));
  }
  await keepFigures(work, { years: facts.seasons.map(({ year }) => year) });
}

interface Held {
  tournament: DemoTournament;
  id: number;
}

async function weighIn(
  work: Work,
  { held, facts, ids }: { held: Held[]; facts: DemoFacts; ids: ReadonlyMap<string, number> },
): Promise<void> {
  authorize(work, "weighIn", { roles: ["weighmaster"] });
  const tournamentIds = held.map(({ id }) => id);
  for (const tournament of await work.em.find(
    Tournament,
    { id: { $in: tournamentIds } },
    { populate: ["event"] },
  )) {
    tournament.moveTo("weighing");
  }
  const boats = boatStates(held, { people: facts.people, ids });
  await writeBoats(work, { boats: boats.map((after) => ({ before: null, after })) });
  await recomputeResults(work, { tournamentIds });
}

async function waitForProtests(work: Work, { tournament, id }: Held): Promise<void> {
  const deadline = clubInstant(protestsUntil(tournament), "18:00", work.now.zoneName);
  await makeProvisional(work, { tournament: id, protestDeadline: deadline.toISO() });
}
