import type { Naming } from "../results/names.rules.ts";
import type { ContestantResult } from "../results/contestant-result.rules.ts";
import type { TournamentScore } from "../results/tournament-score.rules.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { TournamentFacts } from "../tournaments/facts.rules.ts";
import { eventWords, guestWords, leftOutWords } from "./explain-words.rules.ts";
import { type RaceResult, whoKey } from "./race-result.rules.ts";
import { raceTitle } from "./race-words.rules.ts";
import type { Reasons } from "./season-page.queries.ts";
import type { PlannedTournament, SeasonTable } from "./season-tables.rules.ts";
import { keyOf, winsOf } from "./show-standings.rules.ts";
import type { StandingRow } from "./standing-order.rules.ts";
import type { StandingExplained } from "./standings-shown.rules.ts";
import { totalWords } from "./total-words.rules.ts";

/** A tournament's facts, what the rules answer for them, and what people decided there. */
export interface TournamentReasoning extends Reasons {
  facts: TournamentFacts;
  score: TournamentScore;
}

interface Explaining {
  page: { year: number };
  rules: Rules;
  held: PlannedTournament[];
  table: SeasonTable;
  /** By tournament. */
  reasoning: ReadonlyMap<number, TournamentReasoning>;
  naming: Naming;
}

type EventExplained = StandingExplained["events"][number];

/** A row of a season's table with the reason of every number in it. */
export function explainRow(row: StandingRow, of: Explaining): StandingExplained {
  const { page, rules, held, table, naming } = of;
  return {
    season: page.year,
    measure: rules.measure,
    race: table.race,
    title: raceTitle(table.race, rules),
    key: keyOf(row),
    crew: row.who.map(naming),
    place: row.place,
    tied: row.tied,
    points: row.points,
    wins: winsOf(row, rules),
    weight: row.totalWeight,
    events: held.flatMap((tournament) => explainEvent(tournament, { row, of }) ?? []),
    added: row.parts
      .filter(({ rule }) => rule !== "season.keep")
      .map(({ points, sentence }) => ({ points, words: sentence })),
    totalWords: totalWords(row, { rules, held: held.length, rows: table.rows, naming }),
  };
}

/** Null where the row was not in the tournament. */
function explainEvent(
  { changes, ...tournament }: PlannedTournament,
  { row, of }: { row: StandingRow; of: Explaining },
): EventExplained | null {
  const { rules, table, reasoning } = of;
  const listed = row.results.find(({ tournamentId }) => tournamentId === tournament.id);
  const key = whoKey(row.who);
  const result =
    listed ??
    table.facts.results.find((one) => one.tournamentId === tournament.id && whoKey(one.who) === key);
  const reasons = reasoning.get(tournament.id);
  if (!result || !reasons) return null;
  const { place, points, weight, win, outcome } = result;
  const left = listed ? leftOutWords(listed, { season: rules.season, group: changes.group }) : guestWords;
  const why = reasonsFor(result, { reasons, of });
  return {
    tournament,
    place,
    points,
    weight: weight ?? 0,
    win,
    outcome,
    counts: listed?.counted ?? false,
    words: left === null ? why : [...why, left],
  };
}

function reasonsFor(
  result: RaceResult,
  { reasons, of }: { reasons: TournamentReasoning; of: Explaining },
): string[] {
  const { rules, table, naming } = of;
  const { facts, score } = reasons;
  const ranking = rules.ranked === "angler" ? score.anglers : score.boats;
  const one = ranking.find((other) => isOf(other, { result, table }));
  return one ? eventWords(result, { one, ranking, facts, rules, naming, page: reasons, shown: reasons }) : [];
}

/** Whose result it was: the crew's boat, the angler, or the boat the angler was aboard. */
function isOf(one: ContestantResult, { result, table }: { result: RaceResult; table: SeasonTable }): boolean {
  const who = table.race === "crew" ? one.countsFor : one.crew;
  return table.race === "crew"
    ? whoKey(who) === whoKey(result.who)
    : result.who.every((angler) => who.includes(angler));
}
