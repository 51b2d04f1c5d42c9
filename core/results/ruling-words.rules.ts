import { crewWords, listWords, type Naming } from "./names.rules.ts";
import type { StoredRuling } from "./results-page.queries.ts";
import type { RulingNeededShown, RulingShown } from "./results-shown.rules.ts";
import type { RulingNeeded } from "./tie.rules.ts";

/** What the order of the tied is stored as. */
export interface TieOutcome {
  ranking: "angler" | "boat";
  place: number;
  /** Who came out ahead first: each an angler, or a crew. */
  order: number[][];
}

/** A recorded ruling in words. */
export function showRuling(ruling: StoredRuling, naming: Naming): RulingShown {
  const { id, kind, decidedBy, on, reason } = ruling;
  return { id, kind, words: rulingWords(ruling, naming), decidedBy, on, reason };
}

/** A tie that waits: `Coin between Dee and Eve for place 4`. */
export function showRulingNeeded(
  { ranking, place, entryIds, anglerIds }: RulingNeeded,
  { naming, crewOf }: { naming: Naming; crewOf: (entryId: number) => number[] },
): RulingNeededShown {
  const tied = ranking === "angler" ? anglerIds.map((id) => [id]) : entryIds.map(crewOf);
  const names = tied.map((crew) => crewWords(crew.map(naming)));
  return {
    words: `Coin between ${listWords(names)} for place ${place}`,
    anglers: tied.flat().map(naming),
    ranking,
    place,
  };
}

function rulingWords({ kind, outcome, anglerId }: StoredRuling, naming: Naming): string {
  const who = anglerId === null ? "the boat" : naming(anglerId).name;
  switch (kind) {
    case "coin":
    case "president": {
      const { order, place } = outcome as unknown as TieOutcome;
      const names = order.map((crew) => crewWords(crew.map(naming)));
      const decided = kind === "coin" ? "The coin" : "The president's vote";
      return `${decided} for place ${place}: ${names.join(" ahead of ")}`;
    }
    case "disqualification":
      return `${crewOf(outcome, naming) ?? who} disqualified`;
    case "grace":
      return `Grace for ${crewOf(outcome, naming) ?? who}`;
    case "override":
      return `Set aside: ${textOf(outcome["check"]) ?? "a check"}`;
    case "award":
      return `${textOf(outcome["title"]) ?? "Award"}: ${who}`;
  }
}

function crewOf(outcome: Record<string, unknown>, naming: Naming): string | null {
  const crew = outcome["crew"];
  return Array.isArray(crew) ? crewWords((crew as number[]).map(naming)) : null;
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
