import type { Rules } from "../seasons/rules.schemas.ts";
import { printWeight, unitOf } from "../weight.ts";
import type { BagFacts, TournamentFacts } from "../tournaments/facts.rules.ts";
import type { ContestantResult } from "./contestant-result.rules.ts";
import { crewWords, listWords, type Naming, ordinal } from "./names.rules.ts";
import { penaltyWords } from "./penalty-words.rules.ts";
import type { ResultsPage } from "./results-page.queries.ts";
import type { RulingShown } from "./results-shown.rules.ts";

export interface Explained {
  one: ContestantResult;
  /** Everyone of the same ranking. */
  ranking: readonly ContestantResult[];
  facts: TournamentFacts;
  rules: Rules;
  page: Pick<ResultsPage, "penaltyReasons">;
  shown: { rulings: readonly Pick<RulingShown, "kind" | "decidedBy">[] };
  naming: Naming;
  /** Why they were disqualified or did not fish, where it was said and is known here. */
  reason?: string | null;
}

/** How the figures of one line came about: the bags, the place, the points; each a whole sentence. */
export function explainLine(of: Explained): string[] {
  return [...bagWords(of), ...placeWords(of), ...pointsWords(of), ...publishedWords(of)];
}

function bagWords(of: Explained): string[] {
  const { one, facts } = of;
  const entry = facts.entries.find(({ id }) => id === one.entryId);
  const brought =
    entry?.bags.filter(({ anglerId }) => anglerId === null || one.crew.includes(anglerId)) ?? [];
  if (one.outcome === "fished" && brought.length === 0) return ["Nothing was weighed."];
  const days = new Set(brought.map(({ day }) => day)).size;
  const owners = new Set(brought.map(({ anglerId }) => anglerId)).size;
  return brought.flatMap((raw) => {
    const words = oneBagWords(raw, of);
    if (words === null) return [];
    const day = days > 1 ? `Day ${raw.day}` : null;
    const owner = owners > 1 && raw.anglerId !== null ? of.naming(raw.anglerId).name : null;
    const label = [day, owner].filter((part) => part !== null).join(", ");
    return [`${label}${label === "" ? "" : ": "}${words}.`];
  });
}

/** Null for a bag that does not count for a reason told elsewhere. */
function oneBagWords(raw: BagFacts, { one, rules, page }: Explained): string | null {
  const bag = one.bags.find(({ id }) => id === raw.id);
  const lateVoid = rules.penalties.lateVoidFrom !== null && raw.late >= rules.penalties.lateVoidFrom;
  if (bag === undefined || bag.void)
    return lateVoid ? `${minutes(raw.late)} late, so the bag counts for nothing` : null;
  const unit = unitOf(rules.measure);
  const reasonOf = (bagId: number) => page.penaltyReasons.find((other) => other.bagId === bagId)?.reason;
  const words = penaltyWords([raw], { penalty: bag.penalty, rules, reasonOf });
  return [
    fishWords(bag.fish),
    bag.gross === null ? null : `${printWeight(bag.gross)} ${unit}`,
    words === null ? null : `less ${words}`,
    bag.net === null || bag.net === bag.gross ? null : `net ${printWeight(bag.net)} ${unit}`,
    bag.bigBass === null ? null : `biggest ${printWeight(bag.bigBass)} ${unit}`,
    bag.limit ? "a limit" : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

const minutes = (count: number): string => `${count} ${count === 1 ? "minute" : "minutes"}`;

function placeWords({ one, ranking, rules, shown, naming, reason }: Explained): string[] {
  if (one.place === null) {
    const because = reason ? ` (${reason})` : "";
    const why = {
      disqualified: `Disqualified${because}: no place.`,
      "did-not-fish": `Did not fish${because}: no place.`,
      "buy-in": "Bought in: no place.",
      fished: "A guest that day, and guests take no place.",
    };
    return [why[one.outcome]];
  }
  const ofFish = ranking.filter(({ caught }) => caught).length;
  const fished = ranking.filter(({ outcome }) => outcome === "fished").length;
  if (one.outcome === "buy-in") return [`Bought in: place ${one.place}, after all who fished.`];
  if (!one.caught) return [`Caught nothing: place ${one.place} with all who caught nothing.`];
  const start = `${ordinal(one.place)} of ${ofFish} with fish, ${fished} fished.`;
  const equals = ranking.filter(
    (other) => other !== one && other.caught && other.net !== null && other.net === one.net,
  );
  if (equals.length === 0) return [start];
  const told = Map.groupBy(equals, (other) => toldApart(one, { other, rules, shown }));
  const parts = [...told].map(([how, others]) => {
    const names = listWords(others.map(({ crew }) => crewWords(crew.map(naming))));
    return how.replace("*", names);
  });
  return [start, `The same weight: ${parts.join("; ")}.`];
}

/** How two of the same weight stand to each other; the star is the other. */
function toldApart(
  one: ContestantResult,
  { other, rules, shown }: Pick<Explained, "rules" | "shown"> & { other: ContestantResult },
): string {
  if (one.place === other.place) return one.waiting ? "level with * until a ruling" : "level with *";
  const side = (one.place ?? 0) < (other.place ?? 0) ? "ahead of *" : "behind *";
  const step = rules.ties.by.find((by) => {
    const [mine, theirs] = [valueOf(one, by), valueOf(other, by)];
    return mine !== null && theirs !== null && mine !== theirs;
  });
  if (step !== undefined) return `${side} by ${breakerWords[step]}`;
  if (one.tieRank === null || other.tieRank === null) return `${side} as published`;
  const ruling = shown.rulings.findLast(({ kind }) => kind === "coin" || kind === "president");
  const decided = ruling?.kind === "president" ? "the president's vote" : "the coin";
  return `${side} by ${decided}${ruling ? ` (${ruling.decidedBy})` : ""}`;
}

const breakerWords = {
  "most-fish": "the number of fish",
  "big-bass": "the biggest fish",
  "earlier-weigh-in": "the earlier weigh-in",
} as const;

function valueOf(one: ContestantResult, step: Rules["ties"]["by"][number]): number | null {
  if (step === "most-fish") return one.fish;
  return step === "big-bass" ? one.bigBass : one.weighInOrder;
}

const pointsWords = ({ one }: Explained): string[] => one.parts.map(({ sentence }) => sentence);

function publishedWords({ one }: Explained): string[] {
  if (one.publishedPlace === null || one.publishedPlace === one.place) return [];
  return [`Published as place ${one.publishedPlace}.`];
}

const fishWords = (fish: BagFacts["fish"]): string =>
  fish === null ? "Number of fish not reported" : `${fish} fish`;
