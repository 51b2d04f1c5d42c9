import { type Rules, rulesSchema } from "../seasons/rules.schemas.ts";
import type { TournamentFacts } from "../tournaments/facts.rules.ts";
import {
  resolveTournament,
  showTournament,
  type TournamentSummary,
} from "../tournaments/tournaments.service.ts";
import { findLatestWeighed } from "../tournaments/tournament-row.queries.ts";
import type { Measure, Weight } from "../weight.ts";
import type { Work } from "../work.ts";
import { loadFactsUnder } from "./facts.service.ts";
import type { AnglerRef } from "../anglers/anglers.service.ts";
import { loadResultsPage, type ResultsPage } from "./results-page.queries.ts";
import type { AnglerResult, BigBassShown, BoatResult, ResultsShown } from "./results-shown.rules.ts";
import { showResults } from "./show-results.rules.ts";
import { scoreTournament, type TournamentScore } from "./tournament-score.rules.ts";

export type {
  AnglerResult,
  BoatResult,
  PotOver,
  ResultsShown,
  RulingNeededShown,
  RulingShown,
} from "./results-shown.rules.ts";

/** The newest tournament with fish on the scales: its places 1 to 3. */
export interface LatestResults {
  tournament: TournamentSummary;
  ranked: "angler" | "boat";
  measure: Measure;
  podium: {
    place: number;
    tied: boolean;
    crew: AnglerRef[];
    fish: number | null;
    net: Weight;
    bigBass: Weight | null;
  }[];
  bigBass: BigBassShown[];
  fished: number;
  limits: number;
  zeros: number;
}

/** Everything a results page says, for any state: lists are empty before anything is weighed. Three queries. */
export async function getResults(
  work: Work,
  { tournament: reference }: { tournament: string | number },
): Promise<ResultsShown> {
  return getResultsOf(work, await resolveTournament(work, { reference }));
}

/** The newest tournament that was weighed, its podium only; null before the first. */
export async function findLatestResults(work: Work, _: object = {}): Promise<LatestResults | null> {
  const found = await findLatestWeighed(work);
  if (found === null) return null;
  const results = await getResultsOf(work, found);
  const { tournament, ranked, bigBass, fished, limits, zeros } = results;
  return {
    tournament,
    ranked,
    measure: results.tournament.measure,
    podium: podiumOf(results),
    bigBass,
    fished,
    limits,
    zeros,
  };
}

type Resolved = Awaited<ReturnType<typeof resolveTournament>>;

/** A tournament's facts, what the rules answer, what is stored, and how it is shown. */
export interface ScoredPage {
  rules: Rules;
  facts: TournamentFacts;
  score: TournamentScore;
  page: ResultsPage;
  shown: ResultsShown;
}

/** What is behind a results page, for the verbs that say more about it. Two queries. */
export async function loadScoredPage(work: Work, found: Resolved): Promise<ScoredPage> {
  const rules = rulesSchema.parse(found.rules);
  const { facts } = await loadFactsUnder(work, { tournamentId: found.id, rules });
  const page = await loadResultsPage(work, found.id);
  const score = scoreTournament(facts, rules);
  const shown = showResults({ tournament: showTournament(found), facts, rules, score, page });
  return { rules, facts, score, page, shown };
}

async function getResultsOf(work: Work, found: Resolved): Promise<ResultsShown> {
  return (await loadScoredPage(work, found)).shown;
}

/** Places 1 to 3 of the leading ranking, of those who are weighed. */
export function podiumOf({
  ranked,
  anglers,
  boats,
  notWeighed,
}: Pick<ResultsShown, "ranked" | "anglers" | "boats" | "notWeighed">): LatestResults["podium"] {
  const leading: (AnglerResult | BoatResult)[] = ranked === "boat" ? boats : anglers;
  const waiting = new Set(notWeighed.flat().map(({ id }) => id));
  return leading
    .flatMap((line) => onPodium(line) ?? [])
    .filter(({ crew }) => !crew.every(({ id }) => waiting.has(id)));
}

/** A place from 1 to 3 needs a fish. */
function onPodium(line: AnglerResult | BoatResult): LatestResults["podium"][number] | null {
  const { place, tied, fish, net, bigBass, zero, outcome } = line;
  if (place === null || place > 3 || net === null || zero || outcome !== "fished") return null;
  const crew = "crew" in line ? line.crew.map(({ angler }) => angler) : [line.angler];
  return { place, tied, crew, fish, net, bigBass };
}
