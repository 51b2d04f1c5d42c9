import { authorize } from "../actor.ts";
import { scoreTournaments } from "../results/recompute.service.ts";
import { recordRuling } from "../results/rulings.service.ts";
import type { RecordRuling } from "../results/rulings.schemas.ts";
import { clubInstant } from "../time.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import type { RulingNeeded } from "../results/tie.rules.ts";
import type { Work } from "../work.ts";
import { chanceOf } from "./chance.rules.ts";
import { ownDeed } from "./deeds.service.ts";
import type { DemoFacts, DemoTournament } from "./demo-facts.rules.ts";

interface Held {
  tournament: DemoTournament;
  id: number;
}

/** Records what the officers decided that day, and flips the coin for every tie on which something hangs. */
export async function ruleTournaments(
  work: Work,
  { held, facts }: { held: Held[]; facts: DemoFacts },
): Promise<void> {
  for (const { tournament, id } of held) {
    const { officers } = facts.seasons.find(({ chapter }) => chapter === tournament.chapter)!;
    for (const ruling of tournament.rulings) {
      const decidedBy = officers[ruling.kind === "grace" ? "president" : "tournament director"]!;
      await rule(work, { ...ruling, tournament: id, decidedBy });
    }
  }
  for (const { tournamentId, score, facts: weighed } of await scoreTournaments(work, {
    tournamentIds: held.map(({ id }) => id),
  })) {
    const { tournament } = held.find(({ id }) => id === tournamentId)!;
    const { officers } = facts.seasons.find(({ chapter }) => chapter === tournament.chapter)!;
    for (const tie of score.rulingsNeeded) {
      const order = chanceOf(`coin ${tournament.chapter} ${tournament.month} ${tie.place}`).shuffled(
        tiedOf(tie, weighed.entries),
      );
      const decidedBy = officers["tournament director"]!;
      const reason = "A silver dollar, flipped on the tailgate.";
      await rule(work, {
        kind: "coin",
        tournament: tournamentId,
        ranking: tie.ranking,
        order,
        decidedBy,
        reason,
      });
    }
  }
  await ownDeed(work, () => dateRulings(work, { held }));
}

const rule = (work: Work, ruling: RecordRuling): Promise<unknown> =>
  ownDeed(work, () => recordRuling(work, ruling));

/** The tied anglers, or of each tied boat the first aboard. */
function tiedOf(
  { anglerIds, entryIds }: RulingNeeded,
  entries: readonly { id: number; crew: { anglerId: number }[] }[],
): number[] {
  if (anglerIds.length > 0) return anglerIds;
  return entryIds.map((wanted) => entries.find(({ id }) => id === wanted)!.crew[0]!.anglerId);
}

/** They were made at the scales, not on the day the demo is. */
async function dateRulings(work: Work, { held }: { held: Held[] }): Promise<void> {
  authorize(work, "dateRulings", { roles: [] });
  const days = new Map(held.map(({ tournament, id }) => [id, tournament.lastDay]));
  for (const ruling of await work.em.find(Ruling, { tournament: { $in: [...days.keys()] } })) {
    ruling.at = clubInstant(days.get(ruling.tournament!.id)!, "15:40", work.now.zoneName).toJSDate();
  }
}
