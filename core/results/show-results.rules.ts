import type { PotRules } from "../seasons/money.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { TournamentFacts } from "../tournaments/facts.rules.ts";
import type { TournamentShown } from "../tournaments/tournaments.service.ts";
import { type Naming, namingOf } from "./names.rules.ts";
import type { ResultsPage } from "./results-page.queries.ts";
import type { BigBassShown, ResultsShown } from "./results-shown.rules.ts";
import { showRuling, showRulingNeeded } from "./ruling-words.rules.ts";
import { showLines } from "./show-lines.rules.ts";
import { showMoney } from "./show-money.rules.ts";
import type { TournamentScore } from "./tournament-score.rules.ts";

interface ResultsOf {
  tournament: TournamentShown;
  facts: TournamentFacts;
  rules: Rules;
  score: TournamentScore;
  page: ResultsPage;
}

/** A tournament's stored lines with everything the rules say in words about them. */
export function showResults(of: ResultsOf): ResultsShown {
  const { tournament, facts, rules, score, page } = of;
  const naming = namingOf(page.names);
  const crewOf = (entryId: number) =>
    facts.entries.find(({ id }) => id === entryId)?.crew.map(({ anglerId }) => anglerId) ?? [];
  // Until the scales close nobody knows what they will bring.
  const waiting = tournament.state === "weighing" ? score.notWeighed : [];
  const lines = showLines({ page, facts, rules, score, naming, waiting: new Set(waiting) });
  const leading = rules.ranked === "boat" ? lines.boats : lines.anglers;
  return {
    tournament,
    ranked: rules.ranked,
    ...lines,
    bigBass: showBigBass(score, { naming, crewOf }),
    fished: leading.filter(({ outcome }) => outcome === "fished").length,
    limits: score.limits,
    zeros: score.zeros - waiting.length,
    totalNet: lines.boats.reduce((sum, { net }) => sum + (net ?? 0), 0),
    totalFish: sumOfKnown(lines.boats.filter(({ outcome }) => outcome === "fished").map(({ fish }) => fish)),
    ...moneyOf(of, naming),
    rulings: page.rulings.map((ruling) => showRuling(ruling, naming)),
    rulingsNeeded: score.rulingsNeeded.map((needed) => showRulingNeeded(needed, { naming, crewOf })),
    notWeighed: score.notWeighed.map((entryId) => crewOf(entryId).map(naming)),
  };
}

/** The heaviest bass and whose it is: the angler's whose bag it was, else the crew's. */
export function showBigBass(
  { bigBass }: TournamentScore,
  { naming, crewOf }: { naming: Naming; crewOf: (entryId: number) => number[] },
): BigBassShown[] {
  if (bigBass === null) return [];
  return bigBass.bags.map(({ entryId, anglerId, caughtBy }) => {
    const catcher = caughtBy ?? anglerId;
    return {
      weight: bigBass.weight,
      crew: (anglerId === null ? crewOf(entryId) : [anglerId]).map(naming),
      caughtBy: catcher === null ? null : naming(catcher),
    };
  });
}

function moneyOf({ score, facts, rules, page, tournament }: ResultsOf, naming: Naming) {
  if (score.money === null) return { payouts: [], pots: [] };
  const pots: readonly PotRules[] = (facts.changes.money ?? rules.money)?.pots ?? [];
  return showMoney({
    money: score.money,
    pots,
    ledger: page.ledger,
    occasion: { tournamentId: tournament.id, firstDay: tournament.firstDay },
    naming,
  });
}

/** One unknown makes the sum unknown. */
function sumOfKnown(values: (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}
