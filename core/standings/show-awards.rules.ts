import type { Naming } from "../results/names.rules.ts";
import { unitOf } from "../results/penalty-words.rules.ts";
import type { Award } from "../seasons/award.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import { printWeight } from "../weight.ts";
import type { AwardResult, AwardWinner as Winner } from "./award.rules.ts";
import { whoKey } from "./race-result.rules.ts";
import { criterionWords } from "./race-words.rules.ts";
import type { PlannedTournament } from "./season-tables.rules.ts";
import { winsOf } from "./show-standings.rules.ts";
import type { StandingRow } from "./standing-order.rules.ts";
import type { AwardShown, AwardWinner } from "./standings-shown.rules.ts";

interface Shown {
  award: Award;
  rules: Rules;
  /** The table of the first race. */
  rows: StandingRow[];
  tournaments: PlannedTournament[];
  naming: Naming;
}

/** An award with who has it and how it is won. */
export function showAward({ title, by, winners }: AwardResult, shown: Shown): AwardShown {
  return {
    title,
    by,
    winners: winners.map((winner) => showWinner(winner, { ...shown, winners })),
    words: awardWords(shown.award, shown.rules),
  };
}

function showWinner(
  winner: Winner,
  { rules, rows, tournaments, naming, winners }: Shown & { winners: Winner[] },
): AwardWinner {
  const { who, weight, tournamentId } = winner;
  const row = winner.place === null ? undefined : rows.find((one) => whoKey(one.who) === whoKey(who));
  const place = winner.place ?? 1;
  return {
    place,
    tied: winners.filter((other) => (other.place ?? 1) === place).length > 1,
    crew: who.map(naming),
    points: row?.points ?? null,
    wins: row ? winsOf(row, rules) : null,
    weight: weight ?? row?.totalWeight ?? null,
    tournament: summaryOf(tournaments.find(({ id }) => id === tournamentId)),
  };
}

function summaryOf(tournament: PlannedTournament | undefined): TournamentSummary | null {
  if (!tournament) return null;
  const { changes: _, ...summary } = tournament;
  return summary;
}

function awardWords(award: Award, { season, measure }: Rules): string {
  const order = season.order.map((criterion) => criterionWords[criterion]);
  switch (award.by) {
    case "standing": {
      const places = award.places === 1 ? "First" : `First ${award.places}`;
      const among = award.rookies ? " of those in their first season as a member" : "";
      return `${places} of the standings${among}: ${order.join(", then ")}.`;
    }
    case "big-bass": {
      const over = award.over > 0 ? ` strictly over ${printWeight(award.over)} ${unitOf(measure)}` : "";
      return `The heaviest bass${over}${award.to === "member" ? ", of a member" : ""}.`;
    }
    case "heavy-stringer":
      return `The heaviest limit${award.to === "member" ? ", of a member" : ""}; paper tournaments do not count.`;
    case "ruling":
      return "The officers decide.";
    default:
      return award satisfies never;
  }
}
