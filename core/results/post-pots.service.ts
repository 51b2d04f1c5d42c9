import { authorize } from "../actor.ts";
import { loadLedger, lockLedger } from "../pots/ledger.queries.ts";
import { type LedgerLine, linesToPost, paidOtherwise, type PaidOtherwise } from "../pots/ledger.rules.ts";
import { PotMovement } from "../pots/pot-movement.entity.ts";
import type { Work } from "../work.ts";
import type { LoadedTournament } from "./facts.service.ts";
import type { TournamentScore } from "./tournament-score.rules.ts";

interface Drawn extends LoadedTournament {
  score: TournamentScore;
}

/** What was appended to the ledger, and what was paid before and stays though the results say otherwise now. */
export interface PostedPots {
  posted: LedgerLine[];
  stays: PaidOtherwise[];
}

/**
 * Appends to the pots' ledger what these tournaments, by day, draw from them, of those that are official; where they
 * were posted before only what changed, with the reason of the deed.
 */
export async function postPots(
  work: Work,
  { tournaments }: { tournaments: readonly Drawn[] },
): Promise<PostedPots> {
  const official = tournaments.filter(({ state, cancelled }) => state === "official" && !cancelled);
  if (official.length === 0) return { posted: [], stays: [] };
  authorize(work, "postPots", { roles: ["weighmaster", "treasurer"] });
  await lockLedger(work);
  const ledger = await loadLedger(work);
  const known = ledger.length;
  const stays: PaidOtherwise[] = [];
  for (const { tournamentId, firstDay, seasonId, score } of official) {
    const drawn = { draws: score.money?.pots ?? [], of: { tournamentId, firstDay } };
    stays.push(...paidOtherwise(ledger, drawn));
    const lines = linesToPost(ledger, drawn);
    ledger.push(...lines);
    for (const line of lines) work.em.create(PotMovement, movement(work, { line, seasonId }));
  }
  await work.em.flush();
  return { posted: ledger.slice(known), stays };
}

/** A line of the ledger as it is kept, with who wrote it and why. */
export function movement({ actor, deed }: Work, { line, seasonId }: { line: LedgerLine; seasonId: number }) {
  return {
    pot: line.pot,
    kind: line.kind,
    tournament: line.tournamentId,
    season: seasonId,
    cents: line.cents,
    reverses: line.reversesId,
    reason: deed?.reason ?? null,
    paidTo: line.paidTo,
    recordedByKind: actor.kind,
    recordedByName: actor.name,
    recordedByAnglerId: actor.anglerId,
  };
}
