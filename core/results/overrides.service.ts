import { authorize } from "../actor.ts";
import { Ruling, type RulingSubject } from "../tournaments/ruling.entity.ts";
import type { Work } from "../work.ts";

interface Override {
  tournamentId: number;
  seasonId: number;
  /** What the checks were about. */
  subject: RulingSubject;
  subjectId: number;
  /** `Boat 7: 6 fish, and a bag holds 5.` */
  accepted: readonly { check: string; sentence: string; reason: string }[];
  /** Null: whoever records it. */
  decidedBy: string | null;
}

/** Keeps what was accepted although it is hardly right, a ruling each: what, who, why. */
export function recordOverrides(
  work: Work,
  { tournamentId, seasonId, subject, subjectId, accepted, decidedBy }: Override,
): void {
  if (accepted.length === 0) return;
  authorize(work, "recordOverrides", { roles: ["weighmaster"] });
  const { actor, now } = work;
  for (const { check, sentence, reason } of accepted) {
    work.em.create(Ruling, {
      kind: "override",
      subject,
      subjectId,
      tournament: tournamentId,
      season: seasonId,
      outcome: { check: sentence, code: check },
      decidedBy: decidedBy ?? actor.name,
      reason,
      at: now.toJSDate(),
      recordedByKind: actor.kind,
      recordedByName: actor.name,
      recordedBy: actor.anglerId,
    });
  }
}
