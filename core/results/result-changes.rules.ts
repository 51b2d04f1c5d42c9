import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { Cents } from "../money.ts";
import type { Points } from "../points.ts";
import type { LedgerLine, Paid, PaidOtherwise } from "../pots/ledger.rules.ts";
import type { Weight } from "../weight.ts";
import type { ContestantResult } from "./contestant-result.rules.ts";
import type { Naming } from "./names.rules.ts";
import type { TournamentScore } from "./tournament-score.rules.ts";

export interface Change<Value> {
  before: Value;
  after: Value;
}

/** What becomes different for one angler, or one boat; null where it stays. */
export interface LineChange {
  tournamentId: number;
  ranking: "angler" | "boat";
  crew: AnglerRef[];
  place: Change<number | null> | null;
  points: Change<Points | null> | null;
  net: Change<Weight | null> | null;
  payout: Change<Cents> | null;
}

/** What a change of facts, rules or rulings does to figures; shown before it is saved, by a rehearsal. */
export interface ResultChanges {
  lines: LineChange[];
  /** What each pot holds more, or less, from now on. */
  pots: { name: string; cents: Cents }[];
  /** Pots that were paid and stay so, though the results say otherwise now. */
  stays: PotStays[];
}

/** To whom a pot was paid, and who would win it by the results as they are now: nobody where there is no one. */
export interface PotStays {
  tournamentId: number;
  name: string;
  paid: { to: AnglerRef[]; cents: Cents }[];
  wanted: { to: AnglerRef[]; cents: Cents }[];
}

interface Scored {
  tournamentId: number;
  score: TournamentScore;
}

/** Whom the lines of these scores, and what stays paid, name. */
export const idsIn = (scored: readonly Scored[], stays: readonly PaidOtherwise[]): number[] => [
  ...new Set([
    ...scored.flatMap(({ score }) => score.boats.flatMap(({ crew }) => crew)),
    ...stays.flatMap(({ paid }) => paid.flatMap(({ to }) => to ?? [])),
  ]),
];

/** Compares what the rules answered before with what they answer now. */
export function resultChanges({
  before,
  after,
  posted,
  stays,
  naming,
}: {
  before: readonly Scored[];
  after: readonly Scored[];
  posted: readonly LedgerLine[];
  stays: readonly PaidOtherwise[];
  naming: Naming;
}): ResultChanges {
  const known = new Map(
    before.flatMap(({ tournamentId, score }) =>
      [...score.anglers, ...score.boats].map((one) => [keyOf(tournamentId, one), one] as const),
    ),
  );
  const lines = after.flatMap(({ tournamentId, score }) =>
    [...score.anglers, ...score.boats].flatMap((now) => {
      const then = known.get(keyOf(tournamentId, now));
      const change = lineChange(then, now);
      if (change === null) return [];
      return [{ tournamentId, ranking: now.ranking, crew: now.crew.map(naming), ...change }];
    }),
  );
  const byPot = Map.groupBy(posted, ({ pot }) => pot);
  const pots = [...byPot].map(([name, moved]) => ({
    name,
    cents: moved.reduce((sum, { cents }) => sum + cents, 0),
  }));
  const named = ({ to, cents }: Paid) => ({ to: (to ?? []).map(naming), cents });
  return {
    lines,
    pots: pots.filter(({ cents }) => cents !== 0),
    stays: stays.map(({ pot, tournamentId, paid, wanted }) => ({
      tournamentId,
      name: pot,
      paid: paid.map(named),
      wanted: wanted.map(named),
    })),
  };
}

function lineChange(
  then: ContestantResult | undefined,
  now: ContestantResult,
): Omit<LineChange, "tournamentId" | "ranking" | "crew"> | null {
  const change = {
    place: between(then?.place ?? null, now.place),
    points: between(then?.points ?? null, now.points),
    net: between(then?.net ?? null, now.net),
    payout: between(then?.payout ?? 0, now.payout),
  };
  return Object.values(change).every((one) => one === null) ? null : change;
}

const between = <Value>(before: Value, after: Value): Change<Value> | null =>
  before === after ? null : { before, after };

const keyOf = (tournamentId: number, { ranking, entryId, anglerId }: ContestantResult): string =>
  `${tournamentId} ${ranking} ${entryId} ${anglerId ?? "-"}`;
