import { ordinal } from "../results/names.rules.ts";
import type { ContestantResult } from "../results/contestant-result.rules.ts";
import { unitOf } from "../results/penalty-words.rules.ts";
import type { RaceRules } from "../seasons/race.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { exactWeight } from "../weight.ts";
import type { RaceResult } from "./race-result.rules.ts";

/** Why a tournament gave what it gave: the place, the weight, each part of the points. */
export function eventWords(
  result: RaceResult,
  { contestant, field, rules }: { contestant: ContestantResult; field: ContestantResult[]; rules: Rules },
): string[] {
  if (result.outcome !== contestant.outcome) return [`${outcomeWords[result.outcome]} Nothing counts.`];
  const parts = contestant.parts.map(({ sentence }) => sentence);
  if (contestant.outcome !== "fished") return parts.length > 0 ? parts : [outcomeWords[contestant.outcome]];
  const won = contestant.win ? "A win." : null;
  return [placeWords(contestant, field), won, weightWords(contestant, rules), ...parts].filter(
    (words) => words !== null,
  );
}

/** Why a result is not in the total; null where it is. */
export function leftOutWords(
  result: RaceResult & { dropped: boolean },
  { season, group }: { season: RaceRules; group: string | null },
): string | null {
  if (!result.dropped) return null;
  const { keep } = season;
  const some = typeof keep === "object" && "groups" in keep ? (keep.groups[group ?? ""] ?? "all") : keep;
  const where = some === keep ? "" : ` of ${group ?? "its group"}`;
  if (some === "all") return "Dropped.";
  return "best" in some
    ? `Dropped: not among the best ${some.best}${where}.`
    : `Dropped: among the worst ${some.drop}${where}.`;
}

/** What was earned as a guest, where the table lists members. */
export const guestWords = "Not a member that day: the table adds up what members earned.";

function placeWords({ caught, place, tied }: ContestantResult, field: ContestantResult[]): string {
  const withFish = field.filter((one) => one.caught && one.outcome === "fished").length;
  if (!caught) return place === null ? "No fish." : `No fish, ${ordinal(place)} place.`;
  if (place === null) return "With fish, but guests take no place.";
  return `${tied ? "Level in " : ""}${ordinal(place)} of ${withFish} with fish.`;
}

function weightWords(
  { caught, fish, gross, penalty, net }: ContestantResult,
  { measure }: Rules,
): string | null {
  if (!caught || net === null) return null;
  const unit = unitOf(measure);
  const counted = fish === null ? "" : ` with ${fish} fish`;
  if (!penalty || gross === null) return `${exactWeight(net)} ${unit}${counted}.`;
  return `${exactWeight(gross)} less a penalty of ${exactWeight(penalty)}: ${exactWeight(net)} ${unit}${counted}.`;
}

const outcomeWords: Record<RaceResult["outcome"], string> = {
  fished: "Fished.",
  "buy-in": "Bought in.",
  "did-not-fish": "Did not fish.",
  disqualified: "Disqualified.",
};
