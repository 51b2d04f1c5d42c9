import { type Measure, measureWords } from "../weight.ts";
import { listWords } from "../results/names.rules.ts";
import type { Keep, KeepSome, Race, RaceRules } from "../seasons/race.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { Criterion } from "./standing-order.rules.ts";

/** What the race is called: the first by the award it decides, the others by what they are about. */
export function raceTitle(
  race: Race,
  { season, awards, measure }: Pick<Rules, "season" | "awards" | "measure">,
): string {
  const award = awards.find((one) => one.by === "standing" && !one.rookies);
  if (award && race === season.races[0]) return award.title;
  const about = season.order[0]!;
  if (about === "points") return `${rowWords[race]} of the Year`;
  return race === "angler" || race === "crew"
    ? inKind(titles[about], measure)
    : `${inKind(titles[about], measure)}, ${rowWords[race].toLowerCase()}s`;
}

/** `Points, then total weight.` */
export function orderWords(rules: Pick<Rules, "season" | "measure">): string {
  return sentence(rules.season.order.map((criterion) => criterionWords(criterion, rules)).join(", then "));
}

/** What counts, who is listed, and what it takes to have a place: `The best 8 count.` */
export function keepWords({ keep, neverDropped, listed, minimumEvents }: RaceRules): string {
  const never = neverDropped.map((outcome) => neverWords[outcome]);
  return [
    keepSentence(keep),
    never.length > 0 && keep !== "all" ? sentence(`${listWords(never)} are never dropped`) : "",
    listed === "anyone" ? "Guests are listed too." : "",
    minimumEvents > 0 ? `A place needs ${minimumEvents} events.` : "",
  ]
    .filter((words) => words !== "")
    .join(" ");
}

/** What is compared, in the middle of a sentence. */
export const criterionWords = (criterion: Criterion, { measure }: Pick<Rules, "measure">): string =>
  inKind(compared[criterion], measure);

const inKind = (words: string, measure: Measure): string =>
  words.replace("weight", measureWords[measure].what.toLowerCase());

const compared: Record<Criterion, string> = {
  points: "points",
  wins: "wins",
  "total-weight": "total weight",
  "counted-weight": "weight that counts",
  "big-bass": "biggest bass",
  "best-place": "best place",
  events: "events fished",
  name: "name",
};

function keepSentence(keep: Keep): string {
  if (typeof keep !== "object" || !("groups" in keep)) return sentence(someWords(keep, "events"));
  return sentence(
    Object.entries(keep.groups)
      .map(([group, some]) => `of ${group}: ${someWords(some, "events")}`)
      .join("; "),
  );
}

/** `the best 8 count` */
export function someWords(keep: KeepSome, what: string): string {
  if (keep === "all") return `all ${what} count`;
  if ("best" in keep) return `the best ${keep.best} count`;
  return keep.drop === 0
    ? `all ${what} count`
    : `all but the worst ${keep.drop} of the planned ${what} count`;
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const rowWords: Record<Race, string> = {
  angler: "Angler",
  boater: "Boater",
  "co-angler": "Co-angler",
  crew: "Team",
};

const titles: Record<Criterion, string> = {
  points: "Points",
  wins: "Most wins",
  "total-weight": "Most weight",
  "counted-weight": "Most weight that counts",
  "big-bass": "Biggest bass",
  "best-place": "Best place",
  events: "Most events",
  name: "Everyone who fished",
};

const neverWords: Record<RaceRules["neverDropped"][number], string> = {
  missed: "missed events",
  "buy-in": "buy-ins",
  disqualified: "disqualifications",
};
