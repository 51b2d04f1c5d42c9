import type { MatchedRow } from "./boat-rows.rules.ts";
import type { BagState, BoatState } from "./boat-state.rules.ts";

/**
 * A file of totals alone, for a tournament whose days are known already: the stored days of those it names beside the
 * totals, as if the file had them. Any other file stays as it is.
 */
export function withStoredDays(
  rows: readonly MatchedRow[],
  stored: readonly BoatState[],
): readonly MatchedRow[] {
  const severalDays = stored.some(({ bags }) => bags.some(({ day }) => day > 1));
  if (!severalDays || rows.some(({ day }) => day !== "total")) return rows;
  const owners = new Map(
    stored.flatMap(({ crew, bags }) => crew.map(({ angler }) => [angler, bags] as const)),
  );
  const taken = new Set<BagState>();
  return rows.flatMap((total) => {
    const bags = (owners.get(total.anglerId) ?? []).filter(
      (bag) => (bag.angler ?? total.anglerId) === total.anglerId && !taken.has(bag),
    );
    for (const bag of bags) taken.add(bag);
    return [...bags.map((bag) => dayOf(bag, total)), total];
  });
}

const dayOf = (bag: BagState, total: MatchedRow): MatchedRow => ({
  ...total,
  day: bag.day,
  fish: bag.fish,
  dead: bag.dead,
  short: bag.short,
  gross: bag.netOnly ? null : bag.gross,
  net: bag.netOnly ? bag.gross : null,
  penalty: bag.otherPenalty,
  reason: bag.penaltyReason,
  lateMinutes: bag.late,
  bigBass: bag.bigBass,
  caughtById: bag.caughtBy,
  lengths: bag.lengths,
});
