import type { Rules } from "../seasons/rules.schemas.ts";
import type { Placed, PlacedField } from "./race-result.rules.ts";
import type { PlannedTournament } from "./season-tables.rules.ts";

/**
 * The official tournaments of a season where its heaviest bass or its heaviest limit may have been weighed, by what is
 * stored of their results: those with a figure no less than one that surely has the award. What is not one bag a line
 * says too little, and makes its tournament one of them.
 */
export function awardCandidates(
  tournaments: readonly PlannedTournament[],
  { rules, results }: { rules: Rules; results: ReadonlyMap<number, PlacedField> },
): number[] {
  const held = tournaments
    .filter(({ state }) => state === "official")
    .map(({ id, firstDay, lastDay, changes }) => {
      const lines = linesOf(results.get(id));
      return {
        id,
        // Those that do not count for points are not among what is stored for the standings.
        unclear: firstDay !== lastDay || !changes.countsForPoints || rules.ranked !== rules.limit.per,
        bass: most(lines, ({ bigBass }) => bigBass),
        surelyBass: most(lines.filter(isMembers), ({ bigBass }) => bigBass),
        bag: changes.paper ? none : most(lines, ({ net }) => net),
        surelyBag: changes.paper ? none : most(lines.filter(isMembersLimit), ({ net }) => net),
      };
    });
  const clear = held.filter(({ unclear }) => !unclear);
  const least = {
    bass: Math.max(none, ...clear.map(({ surelyBass }) => surelyBass)),
    bag: Math.max(none, ...clear.map(({ surelyBag }) => surelyBag)),
  };
  return held
    .filter(
      ({ unclear, bass, bag }) =>
        unclear || (bass !== none && bass >= least.bass) || (bag !== none && bag >= least.bag),
    )
    .map(({ id }) => id);
}

const none = Number.NEGATIVE_INFINITY;

const linesOf = (field: PlacedField | undefined): Placed[] => [
  ...(field?.anglers ?? []),
  ...(field?.boats ?? []),
];

const most = (lines: readonly Placed[], figure: (line: Placed) => number | null): number =>
  Math.max(none, ...lines.map((line) => figure(line) ?? none));

/** Whoever aboard caught it, it is a member's. */
const isMembers = ({ outcome, aboard }: Placed): boolean =>
  outcome === "fished" && aboard.every((one) => one.wasMember && one.outcome === null);

const isMembersLimit = (line: Placed): boolean => line.limit && isMembers(line);
