import type { AnglerRef } from "../anglers/anglers.service.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { notFound } from "../errors.ts";
import type { Cents } from "../money.ts";
import type { Points } from "../points.ts";
import { resolveTournament, type TournamentShown } from "../tournaments/tournaments.service.ts";
import type { Weight } from "../weight.ts";
import type { Work } from "../work.ts";
import { explainLine } from "./explain.rules.ts";
import { namingOf } from "./names.rules.ts";
import { loadScoredPage, type ScoredPage } from "./results.service.ts";
import type { Outcome, ResultsShown, RulingShown } from "./results-shown.rules.ts";
import type { ContestantResult } from "./contestant-result.rules.ts";

/** One line of a ranking and the rule behind each of its figures, in whole sentences. */
export interface LineExplained {
  ranking: "angler" | "boat";
  crew: AnglerRef[];
  place: number | null;
  tied: boolean;
  points: Points | null;
  net: Weight | null;
  outcome: Outcome;
  words: string[];
}

/** Every figure an angler has from one tournament, and why. */
export interface ResultExplained {
  tournament: TournamentShown;
  angler: AnglerRef;
  /** The leading ranking first. */
  lines: LineExplained[];
  payouts: { words: string; cents: Cents }[];
  rulings: RulingShown[];
}

/** Tells how an angler's places, points and money of one tournament came about. */
export async function explainResult(
  work: Work,
  { tournament, angler }: { tournament: string | number; angler: string | number },
): Promise<ResultExplained> {
  const found = await resolveTournament(work, { reference: tournament });
  const { id, name, publicName } = await resolveAngler(work, { reference: String(angler) });
  const page = await loadScoredPage(work, found);
  const { score, shown } = page;
  const leading = page.rules.ranked === "boat" ? [score.boats, score.anglers] : [score.anglers, score.boats];
  const lines = leading.flatMap((ranking) => {
    const one = ranking.find(({ crew }) => crew.includes(id));
    return one === undefined || (one.ranking === "boat" && one.outcome === "buy-in")
      ? []
      : [explain(one, { ranking, page })];
  });
  if (lines.length === 0) throw notFound("angler-not-aboard", `${name} was not in ${found.name}.`);
  return {
    tournament: shown.tournament,
    angler: { id, name: publicName },
    lines,
    payouts: payoutsTo(id, shown),
    rulings: shown.rulings.filter(({ words }) => words.includes(publicName)),
  };
}

function explain(
  one: ContestantResult,
  { ranking, page }: { ranking: readonly ContestantResult[]; page: ScoredPage },
): LineExplained {
  const naming = namingOf(page.page.names);
  const row = page.page.rows.find(
    ({ entryId, anglerId }) => entryId === one.entryId && (anglerId === null || anglerId === one.anglerId),
  );
  return {
    ranking: one.ranking,
    crew: one.crew.map(naming),
    place: one.place,
    tied: one.tied,
    points: one.points,
    net: one.net,
    outcome: one.outcome,
    words: explainLine({ ...page, one, ranking, naming, reason: row?.reason ?? null }),
  };
}

const payoutsTo = (id: number, { payouts }: ResultsShown): ResultExplained["payouts"] =>
  payouts.filter(({ to }) => to.some((one) => one.id === id)).map(({ words, cents }) => ({ words, cents }));
