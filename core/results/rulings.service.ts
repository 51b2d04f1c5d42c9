import { authorize } from "../actor.ts";
import { conflict, invalid } from "../errors.ts";
import { Ruling, type RulingSubject } from "../tournaments/ruling.entity.ts";
import type { Work } from "../work.ts";
import { type ResultChanges, withConsequences } from "./consequences.service.ts";
import { decideTie } from "./decide-tie.service.ts";
import { disqualify, grantGrace } from "./disqualify.service.ts";
import { type ScoredTournament, scoreTournaments } from "./recompute.service.ts";
import { lockTournament } from "./lock-tournament.service.ts";
import { getResults, type RulingNeededShown, type RulingShown } from "./results.service.ts";
import type { RecordRuling } from "./rulings.schemas.ts";

/** A ruling that was recorded, what it changes, and what still waits for one. */
export interface RulingRecorded {
  rulings: RulingShown[];
  changes: ResultChanges;
  rulingsNeeded: RulingNeededShown[];
}

/**
 * Records a decision the rules leave to people, with who decided, and does what follows from it: the order of the
 * tied, a disqualification, grace, a check set aside. In an official tournament it needs a reason.
 */
export async function recordRuling(work: Work, input: RecordRuling): Promise<RulingRecorded> {
  authorize(work, "recordRuling", { roles: ["weighmaster"], reason: input.reason ?? null });
  const found = await lockTournament(work, { reference: input.tournament });
  if (found.state === "cancelled") {
    throw conflict("tournament-cancelled", `${found.name} is cancelled; there is nothing to rule.`);
  }
  if (found.state === "official" && !input.reason) {
    throw invalid(
      "reason-required",
      `${found.name} is official. Say why it is ruled now: a reason is needed.`,
    );
  }
  const [scored] = await scoreTournaments(work, { tournamentIds: [found.id] });
  let recorded: Ruling[] = [];
  const { changes } = await withConsequences(work, {
    tournamentIds: [found.id],
    change: async () => {
      const drafts = await carryOut(work, { input, scored: scored! });
      recorded = drafts.map((draft) =>
        work.em.create(Ruling, rulingOf(work, { input, scored: scored!, draft })),
      );
      await work.em.flush();
    },
  });
  const { rulings, rulingsNeeded } = await getResults(work, { tournament: found.id });
  const ids = new Set(recorded.map(({ id }) => id));
  return { rulings: rulings.filter(({ id }) => ids.has(id)), changes, rulingsNeeded };
}

/** The rulings of a tournament as they were recorded; void ones are left out. */
export async function listRulings(
  work: Work,
  { tournament }: { tournament: string | number },
): Promise<RulingShown[]> {
  return (await getResults(work, { tournament })).rulings;
}

interface Draft {
  subject: RulingSubject;
  subjectId: number;
  outcome: Record<string, unknown>;
  anglerId: number | null;
}

async function carryOut(
  work: Work,
  { input, scored }: { input: RecordRuling; scored: ScoredTournament },
): Promise<Draft[]> {
  switch (input.kind) {
    case "coin":
    case "president": {
      const outcomes = await decideTie(work, { input, scored });
      return outcomes.map((outcome) => ({ ...ofTournament(scored), outcome: { ...outcome } }));
    }
    case "disqualification":
      return [ofContestant(await disqualify(work, { ...input, scored }))];
    case "grace":
      return [ofContestant(await grantGrace(work, { ...input, reason: input.reason ?? null, scored }))];
    case "override":
      return [{ ...ofTournament(scored), outcome: { check: input.check } }];
  }
}

function ofTournament({ tournamentId }: ScoredTournament): Omit<Draft, "outcome"> {
  return { subject: "tournament", subjectId: tournamentId, anglerId: null };
}

function ofContestant(about: Awaited<ReturnType<typeof disqualify>>): Draft {
  const { crewId, entryId, anglerId, crew } = about;
  return crewId === null
    ? { subject: "entry", subjectId: entryId, anglerId, outcome: { crew } }
    : { subject: "crew", subjectId: crewId, anglerId, outcome: {} };
}

function rulingOf(
  { actor, now }: Work,
  { input, scored, draft }: { input: RecordRuling; scored: ScoredTournament; draft: Draft },
) {
  const { anglerId, ...what } = draft;
  return {
    ...what,
    kind: input.kind,
    angler: anglerId,
    tournament: scored.tournamentId,
    season: scored.seasonId,
    decidedBy: input.decidedBy,
    reason: input.reason ?? null,
    at: now.toJSDate(),
    recordedByKind: actor.kind,
    recordedByName: actor.name,
    recordedBy: actor.anglerId,
  };
}
