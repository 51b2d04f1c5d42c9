import type { Rules } from "../seasons/rules.schemas.ts";
import type { TournamentFacts } from "../tournaments/facts.rules.ts";
import type { RulingNeeded } from "./tie.rules.ts";
import { scoreTournament } from "./tournament-score.rules.ts";

/** A tie and the order it is decided in. */
export interface DecidedTie {
  ranking: "angler" | "boat";
  place: number;
  /** Of the ranking of anglers their ids, of boats the entries' ids. */
  order: number[];
}

/**
 * The ties among exactly these anglers (or their boats) that a ruling decides, also when one was decided before. Of
 * the tied the last may be left out. Where each came alone one ruling decides both rankings.
 */
export function tiesAmong({
  facts,
  rules,
  anglerIds,
  ranking,
}: {
  facts: TournamentFacts;
  rules: Rules;
  anglerIds: readonly number[];
  ranking: "angler" | "boat" | undefined;
}): DecidedTie[] {
  const named = facts.entries.filter(({ crew }) => crew.some(({ anglerId }) => anglerIds.includes(anglerId)));
  const entryIds = anglerIds.map(
    (id) => named.find(({ crew }) => crew.some(({ anglerId }) => anglerId === id))?.id ?? 0,
  );
  const { rulingsNeeded } = scoreTournament(undecided(facts), rules);
  const found = rulingsNeeded.flatMap((tie) => {
    const order = completed(tie.ranking === "angler" ? anglerIds : entryIds, tiedIn(tie));
    return order && (ranking === undefined || ranking === tie.ranking)
      ? [{ ranking: tie.ranking, place: tie.place, order }]
      : [];
  });
  const alone = named.every(({ crew }) => crew.length === 1);
  return alone || found.length < 2 ? found : found.filter((tie) => tie.ranking === rules.ranked);
}

const tiedIn = ({ ranking, anglerIds, entryIds }: RulingNeeded): number[] =>
  ranking === "angler" ? anglerIds : entryIds;

/** The order with whom it leaves out at its end; null when these are not the tied. */
function completed(order: readonly number[], tied: readonly number[]): number[] | null {
  const rest = tied.filter((id) => !order.includes(id));
  const same = new Set(order).size === order.length && order.every((id) => tied.includes(id));
  return same && rest.length <= 1 ? [...order, ...rest] : null;
}

/** The facts as they were before any tie was decided. */
function undecided(facts: TournamentFacts): TournamentFacts {
  const entries = facts.entries.map((entry) => ({
    ...entry,
    tieRank: null,
    crew: entry.crew.map((one) => ({ ...one, tieRank: null })),
  }));
  return { ...facts, entries };
}
