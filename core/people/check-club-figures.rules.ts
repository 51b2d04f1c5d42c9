import { type LedgerLine, linesToPost } from "../pots/ledger.rules.ts";
import { countDifferences, type ResultRow, resultRows } from "../results/result-rows.rules.ts";
import type { TournamentScore } from "../results/tournament-score.rules.ts";
import { owedBy } from "../results/cash-sheet.rules.ts";
import { type Cents, printMoney } from "../money.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { Doubt } from "../tournaments/bag-doubt.rules.ts";
import type { TournamentFacts } from "../tournaments/facts.rules.ts";
import { numberTournaments } from "../tournaments/numbering.rules.ts";
import { doubtsAbout, doubtsAboutField } from "../tournaments/plausibility.rules.ts";
import type { Finding } from "./check-club.rules.ts";

/** A tournament with its facts, and what the rules answer for it. */
export interface Scored {
  tournamentId: number;
  name: string;
  firstDay: string;
  official: boolean;
  rules: Rules;
  facts: TournamentFacts;
  score: TournamentScore;
}

/** Where the written-down results are not what the rules answer. */
export function resultsThatDiffer(scored: readonly Scored[], stored: readonly ResultRow[]): Finding[] {
  const byTournament = Map.groupBy(stored, ({ tournamentId }) => tournamentId);
  return scored.flatMap(({ tournamentId, name, score }) => {
    const differing = countDifferences(byTournament.get(tournamentId) ?? [], resultRows(tournamentId, score));
    return differing === 0
      ? []
      : [
          {
            row: name,
            what: `${differing} written-down result${differing === 1 ? " is" : "s are"} not what the rules answer`,
          },
        ];
  });
}

/**
 * Where places leave a hole: behind so many the next place is one more, and those who share a place share the ones
 * they take up. Places as published by others are theirs.
 */
export function placesNotDense(scored: readonly Scored[], stored: readonly ResultRow[]): Finding[] {
  const published = new Set(
    scored.filter(({ facts }) => facts.entries.some(isPublished)).map(({ tournamentId }) => tournamentId),
  );
  const names = new Map(scored.map(({ tournamentId, name }) => [tournamentId, name]));
  const rankings = Map.groupBy(stored, ({ tournamentId, ranking }) => `${tournamentId} ${ranking}`);
  return [...rankings.values()].flatMap((lines) => {
    const { tournamentId, ranking } = lines[0]!;
    if (published.has(tournamentId)) return [];
    const places = lines.flatMap(({ place }) => (place === null ? [] : [place]));
    const wrong = places.find((place) => {
      const ahead = places.filter((other) => other < place).length;
      const sharing = places.filter((other) => other === place).length;
      return place <= ahead || place > ahead + sharing;
    });
    return wrong === undefined
      ? []
      : [
          {
            row: names.get(tournamentId) ?? `tournament ${tournamentId}`,
            what: `place ${wrong} of the ${ranking}s stands in the wrong spot`,
          },
        ];
  });
}

/** Where the pots' ledger does not say what an official tournament draws from them. */
export function potsThatDiffer(scored: readonly Scored[], ledger: readonly LedgerLine[]): Finding[] {
  return scored
    .filter(({ official }) => official)
    .flatMap(({ tournamentId, firstDay, name, score }) => {
      const lines = linesToPost(ledger, { draws: score.money?.pots ?? [], of: { tournamentId, firstDay } });
      return lines.map(({ pot, kind, cents, reversesId }) => ({
        row: name,
        what: `the ledger of ${pot} ${reversesId === null ? "lacks" : "should not have"} ${kind} of ${printMoney(Math.abs(cents))}`,
      }));
    });
}

/** What cannot be in an entry or a bag, or hardly: `wrong` what nobody may accept, `doubtful` what an officer may. */
export function factsInDoubt(
  scored: readonly Scored[],
  { level, accepted }: { level: "wrong" | "doubtful"; accepted: ReadonlySet<string> },
): Finding[] {
  return scored.flatMap(({ tournamentId, name, rules, facts }) => {
    const plausible = { rules, changes: facts.changes, guestEvents: new Map<number, number>() };
    const doubts = [
      ...facts.entries.flatMap((entry) => doubtsAbout(entry, plausible)),
      ...doubtsAboutField(facts.entries),
    ];
    const excused = ({ entryId, bagId }: Doubt) =>
      accepted.has(`tournament ${tournamentId}`) ||
      accepted.has(`entry ${entryId}`) ||
      (bagId !== null && accepted.has(`bag ${bagId}`));
    return doubts
      .filter((doubt) => doubt.overridable === (level === "doubtful"))
      .filter((doubt) => !doubt.overridable || !excused(doubt))
      .map(({ sentence, entryId, bagId }) => ({
        row: bagId === null ? `entry ${entryId}` : `bag ${bagId}`,
        what: `${name}: ${sentence}`,
      }));
  });
}

/** Entries for which more was taken than is owed. */
export function overpaidEntries(scored: readonly Scored[], paid: ReadonlyMap<number, Cents>): Finding[] {
  return scored.flatMap(({ name, rules, facts }) =>
    facts.entries.flatMap((entry) => {
      const money = facts.changes.money ?? rules.money;
      const owed = money ? owedBy(entry, money) : 0;
      const taken = paid.get(entry.id) ?? 0;
      return taken > owed
        ? [
            {
              row: `entry ${entry.id}`,
              what: `${name}: ${printMoney(taken)} taken, ${printMoney(owed)} owed`,
            },
          ]
        : [];
    }),
  );
}

interface InSeason {
  id: number;
  year: number;
  number: number;
  name: string;
  firstDay: string;
  official: boolean;
}

/** Tournaments of a season, in the order they were entered, whose number is not the one of their day. */
export function misnumbered(tournaments: readonly InSeason[]): Finding[] {
  return [...Map.groupBy(tournaments, ({ year }) => year).values()].flatMap((season) => {
    const numbers = numberTournaments(season);
    return season.flatMap(({ year, number, name }, at) =>
      number === numbers[at]
        ? []
        : [{ row: `${year}-${number} ${name}`, what: `by its day it is number ${numbers[at]}` }],
    );
  });
}

const isPublished = ({ publishedPlace, crew }: TournamentFacts["entries"][number]): boolean =>
  publishedPlace !== null || crew.some((one) => one.publishedPlace !== null);
