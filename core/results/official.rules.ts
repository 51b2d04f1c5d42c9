import type { ScoredTournament } from "./recompute.service.ts";

/** A tournament that is neither official nor cancelled, with the pots its fees feed. */
export interface OpenTournament {
  tournamentId: number;
  firstDay: string;
  /** `2026-03 March` */
  label: string;
  pots: string[];
}

/** Why a tournament cannot become official yet. */
export type Obstacle =
  | { kind: "cancelled" }
  | { kind: "season-closed"; year: number }
  | { kind: "nothing-weighed" }
  | { kind: "rulings-needed" }
  | { kind: "protests-open"; until: string }
  | { kind: "earlier-not-official"; pot: string; earlier: string[] };

/**
 * What stands between a tournament and its being official. Only the window for protests and the order of its pots may
 * be set aside by a ruling.
 */
export function obstaclesOf(
  { tournamentId, firstDay, cancelled, season, facts, score }: ScoredTournament,
  { open, protestsUntil }: { open: readonly OpenTournament[]; protestsUntil: string | null },
): Obstacle[] {
  if (cancelled) return [{ kind: "cancelled" }];
  if (season.closed) return [{ kind: "season-closed", year: season.year }];
  if (facts.entries.length === 0) return [{ kind: "nothing-weighed" }];
  const earlier = open.filter(
    (one) => one.firstDay < firstDay || (one.firstDay === firstDay && one.tournamentId < tournamentId),
  );
  const pots = (score.money?.pots ?? []).map(({ pot }) => ({
    pot,
    earlier: earlier.filter((one) => one.pots.includes(pot)).map(({ label }) => label),
  }));
  return [
    ...(score.rulingsNeeded.length > 0 ? [{ kind: "rulings-needed" as const }] : []),
    ...(protestsUntil === null ? [] : [{ kind: "protests-open" as const, until: protestsUntil }]),
    ...pots
      .filter((one) => one.earlier.length > 0)
      .map((one) => ({ kind: "earlier-not-official" as const, ...one })),
  ];
}
