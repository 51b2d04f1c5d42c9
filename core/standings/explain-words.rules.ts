import { type Explained, explainLine } from "../results/explain.rules.ts";
import type { RaceRules } from "../seasons/race.schemas.ts";
import type { RaceResult } from "./race-result.rules.ts";

/** Why a tournament gave what it gave: the bags, the place, each part of the points. */
export function eventWords(result: RaceResult, of: Explained): string[] {
  if (result.outcome !== of.one.outcome) return ["Disqualified: nothing of the boat's result counts."];
  return [...explainLine(of), ...(result.win ? ["A win."] : [])];
}

/** Why a result is not in the total; null where it is. */
export function leftOutWords(
  result: { dropped: boolean },
  { season, group }: { season: RaceRules; group: string | null },
): string | null {
  if (!result.dropped) return null;
  const { keep } = season;
  const grouped = typeof keep === "object" && "groups" in keep;
  const some = grouped ? (keep.groups[group ?? ""] ?? "all") : keep;
  const where = grouped ? ` of ${group ?? "its group"}` : "";
  if (some === "all") return "Dropped.";
  return "best" in some
    ? `Dropped: not among the best ${some.best}${where}.`
    : `Dropped: among the worst ${some.drop}${where}.`;
}

/** What was earned as a guest, where the table lists members. */
export const guestWords = "Not a member that day: the table adds up what members earned.";
