import type { Naming } from "../results/names.rules.ts";
import type { KeptWinner } from "../results/season-award.entity.ts";
import type { Award } from "../seasons/award.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import { measureWords, printWeight } from "../weight.ts";
import type { AwardResult } from "./award.rules.ts";
import { whoKey } from "./race-result.rules.ts";
import { criterionWords } from "./race-words.rules.ts";
import { winsOf } from "./show-standings.rules.ts";
import type { StandingRow } from "./standing-order.rules.ts";
import type { AwardShown } from "./standings-shown.rules.ts";

/** A tournament as it is shown, and what its event changes. */
type Tournament = TournamentSummary & { changes: unknown };

interface Shown {
  award: Award;
  rules: Rules;
  tournaments: readonly Tournament[];
  naming: Naming;
}

/** An award with who has it and how it is won. */
export function showAward(winners: readonly KeptWinner[], shown: Shown): AwardShown {
  const { award, rules, tournaments, naming } = shown;
  return {
    title: award.title,
    by: award.by,
    winners: winners.map(({ who, tournamentId, ...winner }) => ({
      ...winner,
      crew: who.map(naming),
      tournament: summaryOf(tournaments.find(({ id }) => id === tournamentId)),
    })),
    words: awardWords(award, rules),
  };
}

/** Those who have an award with what they have it for, of a standing by the table of the first race. */
export function figuresOf(
  { winners }: AwardResult,
  { rules, rows }: { rules: Rules; rows: readonly StandingRow[] },
): KeptWinner[] {
  return winners.map(({ who, weight, tournamentId, place: standing }) => {
    const row = standing === null ? undefined : rows.find((one) => whoKey(one.who) === whoKey(who));
    const place = standing ?? 1;
    return {
      who,
      place,
      tied: winners.filter((other) => (other.place ?? 1) === place).length > 1,
      points: row?.points ?? null,
      wins: row ? winsOf(row, rules) : null,
      weight: weight ?? row?.totalWeight ?? null,
      tournamentId,
    };
  });
}

/** Whom the officers gave an award. */
export const decided = (who: number[]): KeptWinner[] =>
  who.map((one) => ({
    who: [one],
    place: 1,
    tied: false,
    points: null,
    wins: null,
    weight: null,
    tournamentId: null,
  }));

function summaryOf(tournament: Tournament | undefined): TournamentSummary | null {
  if (!tournament) return null;
  const { changes: _, ...summary } = tournament;
  return summary;
}

function awardWords(award: Award, rules: Rules): string {
  const { unit, bass, bag } = measureWords[rules.measure];
  const order = rules.season.order.map((criterion) => criterionWords(criterion, rules));
  switch (award.by) {
    case "standing": {
      const places = award.places === 1 ? "First" : `First ${award.places}`;
      const among = award.rookies ? " of those in their first season as a member" : "";
      return `${places} of the standings${among}: ${order.join(", then ")}.`;
    }
    case "big-bass": {
      const over = award.over > 0 ? ` strictly over ${printWeight(award.over)} ${unit}` : "";
      return `The ${bass} bass${over}${award.to === "member" ? ", of a member" : ""}.`;
    }
    case "heavy-stringer":
      return `The ${bag} limit${award.to === "member" ? ", of a member" : ""}; paper tournaments do not count.`;
    case "ruling":
      return "The officers decide.";
    default:
      return award satisfies never;
  }
}
