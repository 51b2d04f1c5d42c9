import type { KeepSome, RaceRules } from "../seasons/race.schemas.ts";
import type { RaceResult } from "./race-result.rules.ts";

/** A tournament of the season that is planned and not cancelled, and counts for points. */
export interface SeasonEvent {
  tournamentId: number;
  group: string | null;
  /** Official: its results are in. */
  held: boolean;
}

/** The results of one row that count; the others are dropped. */
export function countedResults(
  results: RaceResult[],
  { events, rules }: { events: SeasonEvent[]; rules: RaceRules },
): RaceResult[] {
  const { keep } = rules;
  if (typeof keep !== "object" || !("groups" in keep)) return best(results, { keep, events, rules });
  return [...Map.groupBy(events, (event) => event.group)].flatMap(([group, own]) => {
    const some = keep.groups[group ?? ""] ?? "all";
    const ids = new Set(own.map(({ tournamentId }) => tournamentId));
    const inGroup = results.filter(({ tournamentId }) => ids.has(tournamentId));
    return best(inGroup, { keep: some, events: own, rules });
  });
}

/** Those never dropped take their slots first; among the others the more valuable count, of equal ones the heavier. */
function best(
  results: RaceResult[],
  { keep, events, rules }: { keep: KeepSome; events: SeasonEvent[]; rules: RaceRules },
): RaceResult[] {
  const slots = slotsOf(keep, events);
  if (slots === null) return results;
  const locked = results.filter(({ outcome }) => rules.neverDropped.some((never) => never === outcome));
  const missed = rules.neverDropped.includes("missed") ? missedBy(results, events) : 0;
  const free = results
    .filter((result) => !locked.includes(result))
    .toSorted((one, other) => compareWorth(one, other, rules));
  return [...locked, ...free.slice(0, Math.max(0, slots - locked.length - missed))];
}

/** Drop n = best (events planned and not cancelled − n), so that nothing is dropped early. Null: all. */
function slotsOf(keep: KeepSome, events: SeasonEvent[]): number | null {
  if (keep === "all") return null;
  return "best" in keep ? keep.best : Math.max(0, events.length - keep.drop);
}

function missedBy(results: RaceResult[], events: SeasonEvent[]): number {
  const present = new Set(
    results.filter(({ outcome }) => outcome !== "did-not-fish").map(({ tournamentId }) => tournamentId),
  );
  return events.filter(({ held, tournamentId }) => held && !present.has(tournamentId)).length;
}

function compareWorth(one: RaceResult, other: RaceResult, { order }: RaceRules): number {
  return (
    worth(other, order[0]) - worth(one, order[0]) ||
    (other.weight ?? 0) - (one.weight ?? 0) ||
    one.tournamentId - other.tournamentId
  );
}

/** What a result is worth in a race about this. */
function worth(result: RaceResult, about: RaceRules["order"][number] | undefined): number {
  if (about === "wins") return Number(result.win);
  if (about === "total-weight" || about === "counted-weight") return result.weight ?? 0;
  if (about === "big-bass") return result.bigBass ?? 0;
  if (about === "best-place") return -(result.place ?? Number.MAX_SAFE_INTEGER);
  return result.points ?? 0;
}
