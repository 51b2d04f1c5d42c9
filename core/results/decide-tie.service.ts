import { authorize } from "../actor.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { conflict } from "../errors.ts";
import { Crew } from "../tournaments/crew.entity.ts";
import { Entry } from "../tournaments/entry.entity.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import type { Work } from "../work.ts";
import type { TieOutcome } from "./ruling-words.rules.ts";
import type { ScoredTournament } from "./recompute.service.ts";
import type { TieRuling } from "./rulings.schemas.ts";
import { type DecidedTie, tiesAmong } from "./tied.rules.ts";

/**
 * Puts the tied in the order that the coin, or the president, gave; what had been decided among them before is void.
 * The outcomes to record, one for each ranking it decides.
 */
export async function decideTie(
  work: Work,
  { input, scored }: { input: TieRuling; scored: ScoredTournament },
): Promise<TieOutcome[]> {
  authorize(work, "decideTie", { roles: ["weighmaster"] });
  const anglerIds: number[] = [];
  for (const reference of input.order) {
    anglerIds.push((await resolveAngler(work, { reference: String(reference) })).id);
  }
  const ties = tiesAmong({ ...scored, anglerIds, ranking: input.ranking });
  if (ties.length === 0) throw noSuchTie(scored);
  const outcomes: TieOutcome[] = [];
  for (const tie of ties) {
    await rank(work, { tie, tournamentId: scored.tournamentId });
    const outcome = {
      ranking: tie.ranking,
      place: tie.place,
      order: tie.order.map((id) => crewOf(id, tie, scored)),
    };
    await voidEarlier(work, { outcome, tournamentId: scored.tournamentId });
    outcomes.push(outcome);
  }
  return outcomes;
}

async function rank(
  work: Work,
  { tie, tournamentId }: { tie: DecidedTie; tournamentId: number },
): Promise<void> {
  const tournament = tournamentId;
  if (tie.ranking === "angler") {
    const crew = await work.em.find(Crew, { tournament, angler: { $in: tie.order } });
    for (const one of crew) one.tieRank = 1 + tie.order.indexOf(one.angler.id);
  } else {
    const entries = await work.em.find(Entry, { tournament, id: { $in: tie.order } });
    for (const entry of entries) entry.tieRank = 1 + tie.order.indexOf(entry.id);
  }
}

async function voidEarlier(
  work: Work,
  { outcome, tournamentId }: { outcome: TieOutcome; tournamentId: number },
): Promise<void> {
  const earlier = await work.em.find(Ruling, {
    tournament: tournamentId,
    kind: { $in: ["coin", "president"] },
    voidedAt: null,
  });
  const tied = ({ ranking, order }: TieOutcome) =>
    `${ranking} ${order
      .flat()
      .toSorted((one, other) => one - other)
      .join()}`;
  for (const ruling of earlier) {
    if (tied(ruling.outcome as unknown as TieOutcome) === tied(outcome)) {
      ruling.void({ at: work.now.toJSDate(), reason: "Decided again" });
    }
  }
}

function crewOf(id: number, { ranking }: DecidedTie, { facts }: ScoredTournament): number[] {
  if (ranking === "angler") return [id];
  return facts.entries.find((entry) => entry.id === id)?.crew.map(({ anglerId }) => anglerId) ?? [];
}

function noSuchTie({ score }: ScoredTournament) {
  const waiting = score.rulingsNeeded.map(({ sentence }) => sentence);
  return conflict(
    "tie-not-found",
    waiting.length === 0
      ? "No tie of this tournament waits for a ruling, so there is nothing to decide."
      : `These are not the tied, or not all of them. What waits: ${waiting.join(" ")}`,
    { waiting },
  );
}
